"""The first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "attempts",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attempts")),
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attempts_expires"), ["expires"], unique=False)

    op.create_table(
        "pack",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("scenario_id", sa.String(length=60), nullable=False),
        sa.Column("scenario_digest", sa.String(length=32), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pack")),
    )
    op.create_table(
        "revision",
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_revision")),
    )
    op.create_table(
        "teacher",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("login", sa.String(length=100), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher")),
        sa.UniqueConstraint("login", name=op.f("uq_teacher_login")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("teacher_id", sa.String(length=26), nullable=True),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["teacher_id"], ["teacher.id"], name=op.f("fk_audit_teacher_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_at"), ["at"], unique=False)

    op.create_table(
        "class",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("teacher_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("paused_steady", sa.Double(), nullable=True),
        sa.Column("roster_only", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("keep_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["teacher_id"], ["teacher.id"], name=op.f("fk_class_teacher_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class")),
        sa.UniqueConstraint("code", name=op.f("uq_class_code")),
    )
    with op.batch_alter_table("class", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_class_keep_until"), ["keep_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_class_teacher_id"), ["teacher_id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("class_id", sa.String(length=26), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("pack_digest", sa.String(length=64), nullable=False),
        sa.Column("engine_version", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=10), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=True),
        sa.Column("seed_secret", sa.String(length=64), nullable=False),
        sa.Column("opens", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=True),
        sa.Column("counting", sa.String(length=10), nullable=False),
        sa.Column("rubric", sa.JSON(), nullable=True),
        sa.Column("students_see", sa.String(length=10), nullable=False),
        sa.Column("on_lost_connection", sa.String(length=10), nullable=False),
        sa.Column("choices_revealed", sa.Boolean(), nullable=False),
        sa.Column("debrief_open", sa.Boolean(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_assignment_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pack_digest"], ["pack.digest"], name=op.f("fk_assignment_pack_digest")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_class_id"), ["class_id"], unique=False)

    op.create_table(
        "student",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("class_id", sa.String(length=26), nullable=False),
        sa.Column("pseudonym", sa.String(length=80), nullable=False),
        sa.Column("folded", sa.String(length=160), nullable=False),
        sa.Column("key_generation", sa.Integer(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("join_key", sa.String(length=64), nullable=True),
        sa.Column("joined", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_student_class_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_student")),
        sa.UniqueConstraint("class_id", "folded", name=op.f("uq_student_class_id_folded")),
        sa.UniqueConstraint("class_id", "join_key", name=op.f("uq_student_class_id_join_key")),
    )
    op.create_table(
        "accommodation",
        sa.Column("student_id", sa.String(length=26), nullable=False),
        sa.Column("factor", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_accommodation_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("student_id", name=op.f("pk_accommodation")),
    )
    op.create_table(
        "identity",
        sa.Column("student_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("roster_number", sa.String(length=60), nullable=True),
        sa.Column("lti_issuer", sa.String(length=300), nullable=True),
        sa.Column("lti_subject", sa.String(length=255), nullable=True),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_identity_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("student_id", name=op.f("pk_identity")),
    )
    with op.batch_alter_table("identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_identity_lti_subject"), ["lti_subject"], unique=False)
        batch_op.create_index(batch_op.f("ix_identity_roster_number"), ["roster_number"], unique=False)

    op.create_table(
        "one_time_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("teacher_id", sa.String(length=26), nullable=True),
        sa.Column("student_id", sa.String(length=26), nullable=True),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_one_time_link_student_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_one_time_link_teacher_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_one_time_link")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("class_id", sa.String(length=26), nullable=True),
        sa.Column("student_id", sa.String(length=26), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_outbox_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name=op.f("fk_outbox_student_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_due", ["state", "next_try"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_student_id"), ["student_id"], unique=False)

    op.create_table(
        "submission",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("assignment_id", sa.String(length=26), nullable=False),
        sa.Column("student_id", sa.String(length=26), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=80), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("replay", sa.LargeBinary(), nullable=False),
        sa.Column("decisions_digest", sa.String(length=64), nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("refusal", sa.JSON(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("overall", sa.Double(), nullable=True),
        sa.Column("reactivity", sa.Double(), nullable=True),
        sa.Column("transparency", sa.Double(), nullable=True),
        sa.Column("tone", sa.Double(), nullable=True),
        sa.Column("band", sa.String(length=20), nullable=True),
        sa.Column("grade", sa.Double(), nullable=True),
        sa.Column("first_message_minute", sa.Integer(), nullable=True),
        sa.Column("choices", sa.JSON(), nullable=True),
        sa.Column("run_digest", sa.String(length=32), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_submission_assignment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_submission_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint(
            "assignment_id", "student_id", "attempt", name=op.f("uq_submission_assignment_id_student_id_attempt")
        ),
        sa.UniqueConstraint(
            "assignment_id",
            "student_id",
            "body_sha256",
            name=op.f("uq_submission_assignment_id_student_id_body_sha256"),
        ),
        sa.UniqueConstraint(
            "assignment_id",
            "student_id",
            "idempotency_key",
            name=op.f("uq_submission_assignment_id_student_id_idempotency_key"),
        ),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index("ix_submission_alike", ["assignment_id", "decisions_digest"], unique=False)
        batch_op.create_index("ix_submission_board", ["assignment_id", "counts", "grade"], unique=False)
        batch_op.create_index(batch_op.f("ix_submission_student_id"), ["student_id"], unique=False)
        batch_op.create_index("ix_submission_waiting", ["state", "lease_until"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("play_id", sa.String(length=26), nullable=False),
        sa.Column("teacher_id", sa.String(length=26), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["play_id"], ["submission.id"], name=op.f("fk_comment_play_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_comment_teacher_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_play_id"), ["play_id"], unique=False)

    op.create_table(
        "exam_run",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("assignment_id", sa.String(length=26), nullable=False),
        sa.Column("student_id", sa.String(length=26), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("factor", sa.Double(), nullable=False),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("fraction", sa.Double(), nullable=False),
        sa.Column("read", sa.JSON(), nullable=False),
        sa.Column("attending", sa.Boolean(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=True),
        sa.Column("steady", sa.Double(), nullable=False),
        sa.Column("contact", sa.Double(), nullable=False),
        sa.Column("last_order", sa.Integer(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.Column("play_id", sa.String(length=26), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_exam_run_assignment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["play_id"], ["submission.id"], name=op.f("fk_exam_run_play_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_exam_run_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_run")),
        sa.UniqueConstraint("assignment_id", "student_id", name=op.f("uq_exam_run_assignment_id_student_id")),
    )
    with op.batch_alter_table("exam_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exam_run_over"), ["over"], unique=False)
        batch_op.create_index(batch_op.f("ix_exam_run_student_id"), ["student_id"], unique=False)

    op.create_table(
        "override",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("play_id", sa.String(length=26), nullable=False),
        sa.Column("teacher_id", sa.String(length=26), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.Double(), nullable=True),
        sa.Column("after", sa.Double(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["play_id"], ["submission.id"], name=op.f("fk_override_play_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["teacher.id"], name=op.f("fk_override_teacher_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
    )
    with op.batch_alter_table("override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_override_play_id"), ["play_id"], unique=False)

    op.create_table(
        "team_member",
        sa.Column("play_id", sa.String(length=26), nullable=False),
        sa.Column("student_id", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["play_id"], ["submission.id"], name=op.f("fk_team_member_play_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name=op.f("fk_team_member_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("play_id", "student_id", name=op.f("pk_team_member")),
    )
    with op.batch_alter_table("team_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_member_student_id"), ["student_id"], unique=False)

    op.create_table(
        "exam_order",
        sa.Column("exam_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("command_sha256", sa.String(length=64), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("refusal", sa.String(length=500), nullable=True),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exam_run.id"], name=op.f("fk_exam_order_exam_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("exam_id", "number", name=op.f("pk_exam_order")),
    )


def downgrade() -> None:

    op.drop_table("exam_order")
    with op.batch_alter_table("team_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_member_student_id"))

    op.drop_table("team_member")
    with op.batch_alter_table("override", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_override_play_id"))

    op.drop_table("override")
    with op.batch_alter_table("exam_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_exam_run_student_id"))
        batch_op.drop_index(batch_op.f("ix_exam_run_over"))

    op.drop_table("exam_run")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_play_id"))

    op.drop_table("comment")
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.drop_index("ix_submission_waiting")
        batch_op.drop_index(batch_op.f("ix_submission_student_id"))
        batch_op.drop_index("ix_submission_board")
        batch_op.drop_index("ix_submission_alike")

    op.drop_table("submission")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_student_id"))
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    op.drop_table("one_time_link")
    with op.batch_alter_table("identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_identity_roster_number"))
        batch_op.drop_index(batch_op.f("ix_identity_lti_subject"))

    op.drop_table("identity")
    op.drop_table("accommodation")
    op.drop_table("student")
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignment_class_id"))

    op.drop_table("assignment")
    with op.batch_alter_table("class", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_class_teacher_id"))
        batch_op.drop_index(batch_op.f("ix_class_keep_until"))

    op.drop_table("class")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_at"))

    op.drop_table("audit")
    op.drop_table("teacher")
    op.drop_table("revision")
    op.drop_table("pack")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempts_expires"))

    op.drop_table("attempts")

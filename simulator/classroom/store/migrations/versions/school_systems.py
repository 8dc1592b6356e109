"""The school's systems: record stores, platforms, and what a message is about"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lti_platform",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("client_id", sa.String(length=200), nullable=False),
        sa.Column("login_url", sa.String(length=500), nullable=False),
        sa.Column("token_url", sa.String(length=500), nullable=False),
        sa.Column("keys_url", sa.String(length=500), nullable=False),
        sa.Column("audience", sa.String(length=500), nullable=True),
        sa.Column("deployments", sa.JSON(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lti_platform")),
        sa.UniqueConstraint("issuer", "client_id", name=op.f("uq_lti_platform_issuer_client_id")),
    )
    op.create_table(
        "lti_login",
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("platform_id", sa.String(length=26), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["lti_platform.id"], name=op.f("fk_lti_login_platform_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_lti_login")),
    )
    with op.batch_alter_table("lti_login", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lti_login_expires"), ["expires"], unique=False)

    op.create_table(
        "lti_course",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("platform_id", sa.String(length=26), nullable=False),
        sa.Column("deployment_id", sa.String(length=255), nullable=False),
        sa.Column("context_id", sa.String(length=255), nullable=False),
        sa.Column("class_id", sa.String(length=26), nullable=False),
        sa.Column("memberships_url", sa.String(length=1000), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_lti_course_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["platform_id"], ["lti_platform.id"], name=op.f("fk_lti_course_platform_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lti_course")),
        sa.UniqueConstraint(
            "platform_id",
            "deployment_id",
            "context_id",
            name=op.f("uq_lti_course_platform_id_deployment_id_context_id"),
        ),
    )
    with op.batch_alter_table("lti_course", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lti_course_class_id"), ["class_id"], unique=False)

    op.create_table(
        "record_store",
        sa.Column("class_id", sa.String(length=26), nullable=False),
        sa.Column("endpoint", sa.String(length=500), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("home", sa.String(length=300), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        sa.Column("trusted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["class.id"], name=op.f("fk_record_store_class_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("class_id", name=op.f("pk_record_store")),
    )
    op.create_table(
        "lti_placement",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("course_id", sa.String(length=26), nullable=False),
        sa.Column("resource_link_id", sa.String(length=255), nullable=False),
        sa.Column("assignment_id", sa.String(length=26), nullable=False),
        sa.Column("service", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_lti_placement_assignment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["lti_course.id"], name=op.f("fk_lti_placement_course_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lti_placement")),
        sa.UniqueConstraint("course_id", "resource_link_id", name=op.f("uq_lti_placement_course_id_resource_link_id")),
    )
    with op.batch_alter_table("lti_placement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lti_placement_assignment_id"), ["assignment_id"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.String(length=60), nullable=False, server_default=""))
        # the default serves rows that are there already; the model fills it in from now on


def downgrade() -> None:
    for table in ("lti_placement", "lti_course", "lti_login", "lti_platform", "record_store"):
        op.drop_table(table)
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("about")

"use strict";
// The registration is done: the platform that opened this page may close it (LTI Dynamic Registration, 3.7).
(window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*");

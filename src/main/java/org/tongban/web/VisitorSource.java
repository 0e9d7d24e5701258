package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;

/** Says who makes a request; one bean, beside the sign-in pages. Without one every visitor is anonymous. */
public interface VisitorSource {
    Visitor visitor(HttpServletRequest request);
}

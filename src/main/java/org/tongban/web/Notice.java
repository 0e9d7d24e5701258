package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 提示: what was done, told once at the top of the next page.
 *
 * @param text Chinese, said in the page's language with {@code values} in it
 * @param problems what could not be done and why, in Chinese
 */
public record Notice(String text, List<String> values, List<String> problems) implements Serializable {
    private static final String KEY = Notice.class.getName();

    public static Notice of(String text, Object... values) {
        return new Notice(text, List.of(values).stream().map(String::valueOf).toList(), List.of());
    }

    public Notice(String text, List<String> values, List<String> problems) {
        this.text = text;
        this.values = List.copyOf(values);
        this.problems = List.copyOf(problems);
    }

    public Notice withProblems(List<String> found) {
        return new Notice(text, values, found);
    }

    /** Keeps it for the next page. */
    public void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }

    /** What was kept for this page; then it is gone. */
    public static @Nullable Notice take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof Notice notice)) {
            return null;
        }
        session.removeAttribute(KEY);
        return notice;
    }

    /** In the language of the page. */
    public String said() {
        return Words.t(text, values.toArray());
    }
}

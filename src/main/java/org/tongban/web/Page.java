package org.tongban.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * 页面环境: what every page needs besides its own content. Controllers take it as an argument and hand it to their template.
 *
 * @param path of the request, without its query
 * @param address path with query, for coming back after a switch
 * @param csrf null where the request is not protected
 */
public record Page(
        String path,
        String address,
        Look look,
        Visitor visitor,
        @Nullable CsrfToken csrf) {

    public String lang() {
        return look.language().code();
    }

    public boolean english() {
        return look.language() == Language.ENGLISH;
    }

    /** For elements whose text is Chinese whatever the page's language: {@code lang="${page.chinese()}"}. */
    public @Nullable String chinese() {
        return english() ? Language.CHINESE.code() : null;
    }

    public boolean within(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    public Language other() {
        return english() ? Language.CHINESE : Language.ENGLISH;
    }

    /** Link that shows this page in the other language. */
    public String otherLanguage() {
        return "/look?language=" + other().code() + "&to=" + encoded(address);
    }

    /** Link that shows this page in the other edition, elder or standard. */
    public String otherEdition() {
        return "/look?elder=" + !look.elder() + "&to=" + encoded(address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

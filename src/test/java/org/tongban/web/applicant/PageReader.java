package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 一页: what somebody without script has before them: text, links and forms.
 *
 * @param path where it was shown, after all redirects
 */
record PageReader(String path, int status, String html) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(input|select|textarea|button)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"([^\"]+)\"");
    private static final Pattern SUMMARY =
            Pattern.compile("govuk-error-summary__list\">(.*?)</ul>|tb-verdict--no\">(.*?)</div>", Pattern.DOTALL);

    /**
     * 表单.
     *
     * @param sent what the form sends if nothing is typed: hidden inputs, and what is filled in or ticked
     * @param names of all that can be filled in
     */
    record Form(String action, Map<String, List<String>> sent, Set<String> names, String html) {
        String first(String name) {
            return sent.getOrDefault(name, List.of("")).getFirst();
        }

        boolean asks(String name) {
            return names.contains(name);
        }
    }

    String text() {
        return unescaped(html.replaceAll("(?s)<script.*?</script>|<[^>]+>", " ").replaceAll("\\s+", " "));
    }

    List<String> links() {
        return LINK.matcher(html)
                .results()
                .map(link -> unescaped(link.group(1)))
                .toList();
    }

    /** What the page complains of; empty where nothing is wrong. */
    String complaints() {
        var summary = SUMMARY.matcher(html);
        return summary.find() ? summary.group().replaceAll("<[^>]+>", " ").strip() : "";
    }

    /** The form that posts there. */
    Form form(String action) {
        return forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no form for " + action + ": " + text()));
    }

    List<Form> forms() {
        var forms = new ArrayList<Form>();
        var found = FORM.matcher(html);
        while (found.find()) {
            forms.add(form(attributes(found.group(1)).getOrDefault("action", path), found.group(2)));
        }
        return forms;
    }

    private static Form form(String action, String content) {
        var sent = new LinkedHashMap<String, List<String>>();
        var names = new LinkedHashSet<String>();
        var found = INPUT.matcher(content);
        while (found.find()) {
            var attributes = attributes(found.group(2));
            var name = attributes.getOrDefault("name", "");
            var type = attributes.getOrDefault("type", "text");
            boolean ticked = found.group(2).matches("(?s).*\\bchecked\\b(?!=\"false).*");
            if (name.isEmpty() || found.group(1).equals("button")) {
                continue;
            }
            names.add(name);
            boolean choice = type.equals("radio") || type.equals("checkbox");
            if (found.group(1).equals("input") && (choice ? ticked : !type.equals("file"))) {
                sent.computeIfAbsent(name, _ -> new ArrayList<>()).add(attributes.getOrDefault("value", ""));
            }
        }
        return new Form(action, sent, names, content);
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        var found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            attributes.put(found.group(1), unescaped(found.group(2) == null ? found.group(3) : found.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

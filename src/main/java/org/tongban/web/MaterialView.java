package org.tongban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 材料查看: one material of a case as the viewer shows it.
 *
 * @param open link that shows this one
 * @param state as in 已收、免提交、缺
 * @param pages addresses of the pictures we rendered of its pages
 * @param original address of the original, as an attachment only; null where there is no file
 */
public record MaterialView(
        String name,
        String open,
        boolean current,
        String state,
        Tone tone,
        List<String> pages,
        @Nullable String original) {
    public MaterialView {
        pages = List.copyOf(pages);
    }
}

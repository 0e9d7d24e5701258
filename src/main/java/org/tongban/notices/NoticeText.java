package org.tongban.notices;

import org.jspecify.annotations.Nullable;

/**
 * 通知文字: the words of a notice, in one language.
 *
 * @param todo what the recipient has to do next, and by when; null: nothing
 */
public record NoticeText(
        String title, String body, @Nullable String todo) {}

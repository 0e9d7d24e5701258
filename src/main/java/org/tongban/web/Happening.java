package org.tongban.web;

import org.jspecify.annotations.Nullable;

/**
 * 进度节点: one line of a timeline.
 *
 * @param when in words; null where it has not come yet
 * @param text what it means for the reader; null where the title says all
 */
public record Happening(
        @Nullable String when, String title, @Nullable String text, Stage stage) {
    /** 已完成、正在进行、尚未到来. */
    public enum Stage {
        DONE,
        NOW,
        COMING
    }

    public static Happening done(String when, String title, @Nullable String text) {
        return new Happening(when, title, text, Stage.DONE);
    }

    public static Happening now(String title, @Nullable String text) {
        return new Happening(null, title, text, Stage.NOW);
    }

    public static Happening coming(String title, @Nullable String text) {
        return new Happening(null, title, text, Stage.COMING);
    }
}

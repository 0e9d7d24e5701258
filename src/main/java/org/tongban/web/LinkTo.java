package org.tongban.web;

/** 链接: one of several places to go, and whether one is there now. */
public record LinkTo(String path, String text, boolean current) {
    public static LinkTo of(String path, String text) {
        return new LinkTo(path, text, false);
    }
}

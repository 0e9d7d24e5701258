package org.tongban.api;

/** 请求有误: a part of the request that cannot be read, named. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;

    BadRequest(String key, String text) {
        super(text);
        this.key = key;
    }

    String key() {
        return key;
    }
}

package org.tongban;

/** 启动受阻: something outside the program must be put right before it can start; the message says what, to a person. */
public class StartupRefused extends RuntimeException {

    public StartupRefused(String message) {
        super(message);
    }

    public StartupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

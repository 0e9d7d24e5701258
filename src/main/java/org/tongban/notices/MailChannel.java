package org.tongban.notices;

/** Sends a mail. */
interface MailChannel {

    /** @throws MailRefused where it was not taken over; it is tried again later */
    void send(String address, String subject, String text);

    /** The mail was not taken over. */
    final class MailRefused extends RuntimeException {
        MailRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

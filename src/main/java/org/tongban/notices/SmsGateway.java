package org.tongban.notices;

/** 短信通道: sends text messages; one bean, of the province's own gateway. Without one nobody is told by SMS. */
public interface SmsGateway {

    /**
     * Hands one message over.
     *
     * @throws RuntimeException where the gateway does not take it; it is tried again later
     */
    void send(String phone, String text);
}

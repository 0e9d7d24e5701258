package org.tongban.identity;

/**
 * 密钥管理: where the node's keys come from (policy D-24). The demonstration keeps them in a file of its data folder; production
 * names a key store. Keys are never configuration in the clear.
 */
public interface KeyKeeper {
    /** SM4 key, 16 bytes, that wraps each case's own key. */
    byte[] masterKey();

    /** HMAC-SM3 key, 32 bytes, for look-up by equality. */
    byte[] lookupKey();

    /** HMAC-SHA256 key, 32 bytes, that marks access tokens as ours. */
    byte[] tokenKey();
}

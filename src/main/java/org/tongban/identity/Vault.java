package org.tongban.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.stereotype.Component;

/**
 * 密码服务: SM3 digests, SM4 sealing and HMAC-SM3 look-up values (policy D-24). The keys come from a {@link KeyKeeper};
 * a case's own key leaves here only wrapped, so that destroying the wrapped key disposes of what it sealed.
 */
@Component
public class Vault {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final KeyKeeper keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(KeyKeeper keys) {
        this.keys = keys;
    }

    /** SM3 of the bytes, 64 lower-case hex digits. */
    public static String digest(byte[] bytes) {
        var sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        var out = new byte[sm3.getDigestSize()];
        sm3.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SM3 under the node's look-up key: finds equal identities without storing them in the clear. */
    public String lookup(String value) {
        try {
            var mac = Mac.getInstance("HMACSM3", PROVIDER);
            mac.init(new SecretKeySpec(keys.lookupKey(), "HMACSM3"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SM3 is not available", e);
        }
    }

    /**
     * 身份标识: the look-up value of an applicant, the same wherever and however they come in (policy N-22). Spaces, letter
     * case and full-width characters make no difference.
     */
    public String subject(Applicant applicant) {
        var identity = Normalizer.normalize(applicant.identity(), Normalizer.Form.NFKC);
        return lookup(identity.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    /** A new key for one case, wrapped under the node's master key. */
    public byte[] newWrappedKey() {
        var key = new byte[16];
        random.nextBytes(key);
        return seal(keys.masterKey(), key);
    }

    /** Seals bytes under a wrapped key: IV, then SM4-GCM cipher text with its tag. */
    public byte[] sealUnder(byte[] wrappedKey, byte[] plain) {
        return seal(open(keys.masterKey(), wrappedKey), plain);
    }

    /** @throws IllegalStateException where the bytes or the key were changed */
    public byte[] openUnder(byte[] wrappedKey, byte[] sealed) {
        return open(open(keys.masterKey(), wrappedKey), sealed);
    }

    private byte[] seal(byte[] key, byte[] plain) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var cipherText = run(Cipher.ENCRYPT_MODE, key, iv, plain, 0);
        var out = new byte[IV_BYTES + cipherText.length];
        System.arraycopy(iv, 0, out, 0, IV_BYTES);
        System.arraycopy(cipherText, 0, out, IV_BYTES, cipherText.length);
        return out;
    }

    private static byte[] open(byte[] key, byte[] sealed) {
        var iv = new byte[IV_BYTES];
        System.arraycopy(sealed, 0, iv, 0, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, key, iv, sealed, IV_BYTES);
    }

    private static byte[] run(int mode, byte[] key, byte[] iv, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER);
            cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed bytes do not open under this key", e);
        }
    }
}

package org.tongban.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 密码服务: SM3 digests, SM4 sealing and HMAC-SM3 look-up values (policy D-24). The keys come from a {@link KeyKeeper};
 * a case's own key leaves here only wrapped, so that destroying the wrapped key disposes of what it sealed.
 */
@Component
public class Vault {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

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
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(keys.lookupKey()));
        mac.update(bytes, 0, bytes.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
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
        return key(wrappedKey).seal(plain);
    }

    /** @throws IllegalStateException where the bytes or the key were changed */
    public byte[] openUnder(byte[] wrappedKey, byte[] sealed) {
        return key(wrappedKey).open(sealed);
    }

    /** The key that was wrapped, for several uses in a row. */
    public Key key(byte[] wrappedKey) {
        return new Key(open(keys.masterKey(), wrappedKey), random);
    }

    /** 办件密钥: a key in use, by one thread; forgotten with the work it was unwrapped for. */
    public static final class Key {
        // the cipher itself and not the provider's: looking that up takes a lock that all callers share
        private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        private final SecureRandom random;
        private @Nullable KeyParameter key;

        private Key(byte[] key, SecureRandom random) {
            this.key = new KeyParameter(key);
            this.random = random;
        }

        public byte[] seal(byte[] plain) {
            var iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            var out = Arrays.copyOf(iv, IV_BYTES + plain.length + TAG_BITS / Byte.SIZE);
            start(true, iv);
            run(cipher, new Stretch(plain, 0), new Stretch(out, IV_BYTES));
            return out;
        }

        /** @throws IllegalStateException where the bytes or the key were changed */
        public byte[] open(byte[] sealed) {
            start(false, Arrays.copyOf(sealed, IV_BYTES));
            var out = new byte[Math.max(0, sealed.length - IV_BYTES - TAG_BITS / Byte.SIZE)];
            run(cipher, new Stretch(sealed, IV_BYTES), new Stretch(out, 0));
            return out;
        }

        /** The cipher keeps a key it was once given, with the tables made for it. */
        private void start(boolean sealing, byte[] iv) {
            cipher.init(sealing, new AEADParameters(key, TAG_BITS, iv));
            key = null;
        }
    }

    private byte[] seal(byte[] key, byte[] plain) {
        return new Key(key, random).seal(plain);
    }

    private byte[] open(byte[] key, byte[] sealed) {
        return new Key(key, random).open(sealed);
    }

    /** The rest of an array from somewhere on. */
    private record Stretch(byte[] bytes, int from) {}

    private static void run(GCMModeCipher cipher, Stretch in, Stretch out) {
        try {
            int done =
                    cipher.processBytes(in.bytes(), in.from(), in.bytes().length - in.from(), out.bytes(), out.from());
            cipher.doFinal(out.bytes(), out.from() + done);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealed bytes do not open under this key", e);
        }
    }
}

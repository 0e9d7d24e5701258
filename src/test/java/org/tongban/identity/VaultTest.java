package org.tongban.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.Provider;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D-24: personal data is sealed under SM4 and found by HMAC-SM3")
class VaultTest {

    @TempDir
    Path folder;

    private Vault vault;

    @BeforeEach
    void open() throws Exception {
        vault = new Vault(new KeyStoreKeeper(folder.resolve("keys.p12"), folder.resolve("password"), true));
    }

    @Test
    void one_person_has_one_subject_however_the_number_is_typed() {
        assertThat(vault.subject(passport("p9384756a ")))
                .isEqualTo(vault.subject(passport("P９384756A")))
                .isNotEqualTo(vault.subject(passport("P9384756B")));
    }

    @Test
    void the_same_number_of_another_kind_of_document_is_another_person() {
        var permit = new Person("玛丽亚·桑托斯", null, "外国人永久居留身份证", "P9384756A", null, null, null, null);
        assertThat(vault.subject(permit)).isNotEqualTo(vault.subject(passport("P9384756A")));
    }

    @Test
    void the_subject_does_not_show_the_number_and_depends_on_the_key() throws Exception {
        var other = new Vault(new KeyStoreKeeper(folder.resolve("other.p12"), folder.resolve("other"), true));
        assertThat(vault.subject(passport("P9384756A")))
                .doesNotContain("9384756")
                .isNotEqualTo(other.subject(passport("P9384756A")));
    }

    @Test
    void what_was_sealed_opens_under_its_key_and_not_when_changed() {
        var key = vault.newWrappedKey();
        var sealed = vault.sealUnder(key, "320104198605126004".getBytes(UTF_8));
        assertThat(new String(vault.openUnder(key, sealed), UTF_8)).isEqualTo("320104198605126004");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.openUnder(key, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_seal_is_SM4_GCM_and_the_look_up_value_HMAC_SM3_as_any_other_program_computes_them() throws Exception {
        var provider = new BouncyCastleProvider();
        var keys = new KeyStoreKeeper(folder.resolve("keys.p12"), folder.resolve("password"), false);
        var wrapped = vault.newWrappedKey();
        var text = "南京市玄武区".getBytes(UTF_8);

        var key = decrypt(provider, keys.masterKey(), wrapped);
        assertThat(key).hasSize(16);
        assertThat(decrypt(provider, key, vault.sealUnder(wrapped, text))).isEqualTo(text);

        var mac = Mac.getInstance("HMACSM3", provider);
        mac.init(new SecretKeySpec(keys.lookupKey(), "HMACSM3"));
        assertThat(vault.lookup("abc")).isEqualTo(HexFormat.of().formatHex(mac.doFinal("abc".getBytes(UTF_8))));
    }

    private static byte[] decrypt(Provider provider, byte[] key, byte[] sealed) throws Exception {
        var cipher = Cipher.getInstance("SM4/GCM/NoPadding", provider);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, sealed, 0, 12));
        return cipher.doFinal(sealed, 12, sealed.length - 12);
    }

    @Test
    void what_is_shorter_than_a_seal_does_not_open() {
        assertThatThrownBy(() -> vault.openUnder(vault.newWrappedKey(), new byte[20]))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Person passport(String number) {
        return new Person("玛丽亚·桑托斯", null, "护照", number, null, null, null, null);
    }
}

package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        var sealed = vault.sealUnder(key, "320104198605126004".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(vault.openUnder(key, sealed), StandardCharsets.UTF_8))
                .isEqualTo("320104198605126004");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.openUnder(key, sealed)).isInstanceOf(IllegalStateException.class);
    }

    private static Person passport(String number) {
        return new Person("玛丽亚·桑托斯", null, "护照", number, null, null, null, null);
    }
}

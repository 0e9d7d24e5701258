package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D-26: personal values are masked by default")
class MaskingTest {

    @ParameterizedTest
    @CsvSource({"周婷,周*", "李小燕,李**", "玛丽亚·桑托斯,玛******", "李,*", "𠮷田,𠮷*"})
    void of_a_name_the_first_character_stays(String whole, String masked) {
        assertThat(Masking.name(whole)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "320104198605126004,320104********6004",
        "91320114Y2121YA94H,913201********A94H",
        "P9384756A,P9*****6A",
        "H0987,****7",
        "7,*"
    })
    void of_a_number_at_most_the_first_six_and_last_four_stay(String whole, String masked) {
        assertThat(Masking.number(whole)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13900001000,139****1000", "02500100000,*******0000", "110,***"})
    void of_a_phone_number_no_more_than_seven_digits_stay(String whole, String masked) {
        assertThat(Masking.phone(whole)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "江苏省南京市玄武区北京东路41号,江苏省南京市玄武区*******",
        "江苏省苏州市昆山市玉山镇花园小区3幢,江苏省苏州市昆山市*********",
        "新疆维吾尔自治区乌鲁木齐市天山区解放路1号,新疆维吾尔自治区乌鲁木齐市天山区*****",
        "黔西南布依族苗族自治州兴义市桔山大道8号,黔西南布依族苗族自治州兴义市******",
        "江苏省镇江市京口区正东路1号,江苏省镇江市京口区*****",
        "花园小区3幢502,*********"
    })
    void of_an_address_nothing_below_the_district_stays(String whole, String masked) {
        assertThat(Masking.address(whole)).isEqualTo(masked);
    }

    @Test
    void of_a_bank_card_the_last_four_stay() {
        assertThat(Masking.bankCard("6222020200112233445")).isEqualTo("***************3445");
    }
}

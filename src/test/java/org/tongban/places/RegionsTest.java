package org.tongban.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    private final Regions regions = new Regions();

    @Test
    void there_are_34_provinces_and_every_region_but_the_nation_lies_in_one() {
        assertThat(regions.provinces()).hasSize(34).extracting(Region::name).contains("江苏省", "台湾省", "香港特别行政区");
        assertThat(regions.standing()).hasSizeBetween(3200, 3300).allSatisfy(region -> {
            if (region.level() != Level.NATION) {
                assertThat(regions.province(region.code())).as(region.name()).isPresent();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "320102, 江苏省南京市玄武区, 320000, 320100",
        "320100, 江苏省南京市, 320000, 320100",
        "320000, 江苏省, 320000,",
        "110105, 北京市朝阳区, 110000, 110000",
        "110100, 北京市, 110000, 110000",
        "110000, 北京市, 110000, 110000",
        "500229, 重庆市城口县, 500000, 500000",
        "429004, 湖北省仙桃市, 420000, 429004",
        "469024, 海南省临高县, 460000, 469024",
        "659001, 新疆维吾尔自治区石河子市, 650000, 659001",
        "441900, 广东省东莞市, 440000, 441900",
        "653101, 新疆维吾尔自治区喀什地区喀什市, 650000, 653100",
        "100000, 全国, ,"
    })
    void knows_full_name_province_and_city(String code, String fullName, String province, String city) {
        assertThat(regions.fullName(code)).isEqualTo(fullName);
        assertThat(regions.province(code).map(Region::code).orElse(null)).isEqualTo(province);
        assertThat(regions.city(code).map(Region::code).orElse(null)).isEqualTo(city);
    }

    @Test
    void tells_whether_places_lie_together() {
        assertThat(regions.sameProvince("320102", "320500")).isTrue();
        assertThat(regions.sameProvince("320102", "310000")).isFalse();
        assertThat(regions.sameProvince("999999", "999999")).as("unknown").isFalse();
        assertThat(regions.sameCity("500103", "500229"))
                .as("district and county of one municipality")
                .isTrue();
        assertThat(regions.sameCity("429004", "429005"))
                .as("two counties directly under the province")
                .isFalse();
        assertThat(regions.sameCity("320000", "320000"))
                .as("a province is no city")
                .isFalse();
        assertThat(regions.within("110105", "110100")).isTrue();
        assertThat(regions.within("320102", "320000")).isTrue();
        assertThat(regions.within("320102", "100000")).isTrue();
        assertThat(regions.within("320000", "320102")).isFalse();
        assertThat(regions.within("320102", "999999")).isFalse();
    }

    @Test
    void children_of_a_municipality_are_its_districts_and_of_a_province_its_cities_and_direct_counties() {
        assertThat(regions.children("110000")).hasSize(16).allMatch(region -> region.level() == Level.COUNTY);
        assertThat(regions.children("420000")).extracting(Region::name).contains("武汉市", "仙桃市", "神农架林区");
        assertThat(regions.children("320100"))
                .extracting(Region::name)
                .contains("玄武区")
                .doesNotContain("下关区");
        assertThat(regions.children("441900")).isEmpty();
    }

    @Test
    @DisplayName("N-06 an abolished code stays known with its period, and with its successor where the lists tell")
    void an_abolished_code_stays_known() {
        Region xiacheng = regions.find("330103").orElseThrow();
        assertThat(xiacheng.isAbolished()).isTrue();
        assertThat(xiacheng.successor()).as("split between two districts").isNull();
        assertThat(xiacheng.stoodOn(LocalDate.of(2020, 6, 1))).isTrue();
        assertThat(xiacheng.stoodOn(LocalDate.of(2026, 3, 2))).isFalse();
        assertThat(regions.fullName("330103")).isEqualTo("浙江省杭州市下城区");
        assertThat(regions.find("350427").orElseThrow().successor())
                .as("沙县 became 沙县区")
                .isEqualTo("350405");
        Region young = regions.find("653228").orElseThrow();
        assertThat(young.stoodOn(LocalDate.of(2020, 1, 1))).isFalse();
        assertThat(young.stoodOn(LocalDate.of(2026, 3, 2))).isTrue();
        assertThat(regions.find("130502").orElseThrow().former()).containsExactly("桥东区");
    }

    @ParameterizedTest
    @CsvSource({
        "玄武, 320102", "南京玄武, 320102", "江苏南京, 320100", "nanjing, 320100", "nanjing xuanwu, 320102", "njs, 320100",
        "js xwq, 320102", "广东, 440000", "重庆, 500000", "chongqing, 500000", "xiamen, 350200", "3201, 320100",
        "lasa, 540100", "lvliang, 141100"
    })
    void finds_a_region_for_the_picker(String words, String code) {
        assertThat(regions.search(words, 5)).extracting(Region::code).first().isEqualTo(code);
    }

    @Test
    void a_search_finds_nothing_for_nothing_and_for_nonsense_and_never_an_abolished_region() {
        assertThat(regions.search(" ", 5)).isEmpty();
        assertThat(regions.search("玄南玄京", 5)).isEmpty();
        assertThat(regions.search("下城区", 5)).extracting(Region::code).doesNotContain("330103");
        assertThat(regions.search("区", 7)).hasSize(7);
    }
}

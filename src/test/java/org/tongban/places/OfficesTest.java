package org.tongban.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.TongbanTest;

@TongbanTest
class OfficesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Autowired
    Offices offices;

    @Autowired
    OfficeKinds kinds;

    @Autowired
    Regions regions;

    @ParameterizedTest(name = "{0} for {1} at most {2} is {3} {4}")
    @CsvSource({
        "social-insurance, 320102, , social-insurance-320102, 南京市玄武区社会保险管理中心",
        "social-insurance, 320102, CITY, social-insurance-320100, 南京市社会保险管理中心",
        "social-insurance, 320102, PROVINCE, social-insurance-320000, 江苏省社会保险管理中心",
        "social-insurance, 320100, COUNTY, social-insurance-320100, 南京市社会保险管理中心",
        "education, 320102, PROVINCE, education-320000, 江苏省教育厅",
        "education, 320102, NATION, education-100000, 教育部",
        "education, 100000, , education-100000, 教育部",
        "housing-fund, 320102, , housing-fund-320100, 南京市住房公积金管理中心",
        "housing-fund, 110105, , housing-fund-110000, 北京市住房公积金管理中心",
        "housing-fund, 110100, CITY, housing-fund-110000, 北京市住房公积金管理中心",
        "housing-fund, 429004, , housing-fund-429004, 仙桃市住房公积金管理中心",
        "marriage-registry, 320583, , marriage-registry-320583, 昆山市民政局婚姻登记处",
        "marriage-registry, 441900, , marriage-registry-441900, 东莞市民政局婚姻登记处",
        "justice, 310115, PROVINCE, justice-310000, 上海市司法局",
        "education, 310115, PROVINCE, education-310000, 上海市教育委员会",
        "court, 320106, , court-320106, 南京市鼓楼区人民法院",
        "court, 320100, , court-320100, 南京市中级人民法院",
        "drug-administration, 653130, , drug-administration-650000, 新疆维吾尔自治区药品监督管理局",
        "civil-aviation, 320102, , civil-aviation-310000, 中国民用航空华东地区管理局",
        "civil-aviation-supervision, 450102, , civil-aviation-supervision-450000, 民航广西安全监督管理局",
        "customs, 440305, , customs-440300, 深圳海关",
        "customs, 440305, PROVINCE, customs-440300, 深圳海关",
        "customs, 440106, , customs-440000, 广州海关",
        "customs, 440305, NATION, customs-100000, 海关总署",
        "army-finance, 320102, , army-finance-100000, 军队单位财务（保障）部门",
        "social-insurance, 350427, , social-insurance-350405, 三明市沙县区社会保险管理中心"
    })
    @DisplayName("M-12 the competent office follows from kind, place and level")
    void finds(String kind, String region, @Nullable Level level, String code, String name) {
        Office office = offices.find(kind, region, level).orElseThrow();
        assertThat(office.code()).isEqualTo(code);
        assertThat(office.name()).isEqualTo(name);
        assertThat(offices.byCode(code)).contains(office);
    }

    @Test
    @DisplayName("M-20 what has no office is empty, for the caller to open a ticket")
    void what_has_no_office_is_empty() {
        assertThat(offices.find("marriage-registry", "320100", null))
                .as("a city where a county is needed")
                .isEmpty();
        assertThat(offices.find("housing-fund", "320000", null))
                .as("a province where a city is needed")
                .isEmpty();
        assertThat(offices.find("education", "810000", null))
                .as("港澳台 take no part")
                .isEmpty();
        assertThat(offices.find("education", "330103", null))
                .as("abolished, no successor known")
                .isEmpty();
        assertThat(offices.find("education", "999999", null)).isEmpty();
        assertThat(offices.find("no-such-kind", "320102", null)).isEmpty();
        assertThat(offices.byCode("housing-fund-320102"))
                .as("not at a county's level")
                .isEmpty();
        assertThat(offices.byCode("housing-fund")).isEmpty();
    }

    @Test
    void an_office_of_an_abolished_region_keeps_its_name() {
        assertThat(offices.byCode("social-insurance-330103").orElseThrow().name())
                .isEqualTo("杭州市下城区社会保险管理中心");
    }

    @Test
    void every_kind_has_an_office_for_a_district_of_guangzhou_and_a_county_of_xinjiang() {
        assertThat(kinds.all()).hasSizeGreaterThan(50).allSatisfy(kind -> {
            for (String region : List.of("440106", "653130")) {
                Office office = offices.find(kind.key(), region, null).orElseThrow();
                assertThat(offices.byCode(office.code())).contains(office);
                assertThat(office.name()).doesNotContain("{");
            }
        });
    }

    @Test
    void every_national_organ_has_a_name_of_its_own() {
        assertThat(kinds.all())
                .filteredOn(kind -> kind.levels().contains(Level.NATION))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(offices.find(kind.key(), "320102", Level.NATION)
                                .orElseThrow()
                                .name())
                        .doesNotContain("全国"));
    }

    @Test
    void pages_through_the_offices_of_a_city_without_gap_or_repeat() {
        List<Office> all = offices.list("320100", null, null, 10_000);
        List<Office> paged = new ArrayList<>();
        @Nullable String after = null;
        for (List<Office> page = offices.list("320100", null, null, 7); !page.isEmpty(); ) {
            paged.addAll(page);
            after = page.getLast().code();
            page = offices.list("320100", null, after, 7);
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        assertThat(offices.list("320100", "notary", null, 50))
                .hasSize(12)
                .allMatch(office -> office.kind().equals("notary"));
        assertThat(new HashSet<>(offices.list(null, "customs", null, 100))).hasSize(43);
    }

    @Test
    void an_administrator_closes_renames_and_redirects() {
        offices.change(change("notary-653125", null, List.of(), true), "admin", NOW);
        assertThat(offices.find("notary", "653125", null)).map(Office::code).contains("notary-653100");
        assertThat(offices.byCode("notary-653125")).as("its past stays").isPresent();
        assertThat(offices.list("653125", "notary", null, 5)).isEmpty();

        offices.change(change("notary-653125", "莎车县公证处", List.of(), false), "admin", NOW.plusSeconds(1));
        assertThat(offices.find("notary", "653125", null)).map(Office::name).contains("莎车县公证处");

        offices.change(change("tax-653100", "喀什地区第一税务局", List.of("653125", "653126"), false), "admin", NOW);
        assertThat(offices.find("tax", "653126", null)).map(Office::code).contains("tax-653100");
        assertThat(offices.find("tax", "653127", null)).map(Office::code).contains("tax-653127");
    }

    @Test
    void an_office_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> offices.change(change("notary-999999", null, List.of(), true), "admin", NOW))
                .hasMessageContaining("没有这个行政区划");
        assertThatThrownBy(() -> offices.change(change("baker-320102", null, List.of(), true), "admin", NOW))
                .hasMessageContaining("没有这种机构");
        assertThatThrownBy(() -> offices.change(change("housing-fund-320102", null, List.of(), false), "admin", NOW))
                .hasMessageContaining("须写明名称");
    }

    @Test
    void contacts_are_made_up_in_the_demonstration_and_say_so() {
        Office office = offices.byCode("notary-320102").orElseThrow();
        assertThat(offices.details(office).address()).startsWith("江苏省南京市玄武区").contains("演示");
    }

    @Test
    void a_mistake_in_a_file_names_its_line() {
        assertThatThrownBy(() -> new OfficeKinds(YamlFile.read("k.yaml", new StringReader("""
                        kinds:
                          notary: {name: 公证机构, levels: [county], title: "{place}公证处"}
                          bakery: {name: 面包房, levels: [village], title: x}
                        """))))
                .hasMessage("k.yaml 第 3 行：不认识的层级 village");
        assertThatThrownBy(() -> new OfficeKinds(YamlFile.read("k.yaml", new StringReader("""
                        kinds:
                          notary: {name: 公证机构, level: [county], title: "{place}公证处"}
                        """))))
                .hasMessage("k.yaml 第 2 行：不认识的键 level");
        assertThatThrownBy(() -> NamedOffices.read(
                        YamlFile.read("o.yaml", new StringReader("offices:\n  - {code: notary-330103, name: x}\n")),
                        kinds,
                        regions))
                .hasMessage("o.yaml 第 2 行：不是现行的行政区划代码：330103");
    }

    private static OfficeChange change(String code, @Nullable String name, List<String> serves, boolean closed) {
        return new OfficeChange(code, name, serves, null, closed, "演示：机构编制通知", java.time.LocalDate.of(2026, 1, 1));
    }
}

package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.places.OfficeKinds;
import org.tongban.places.Regions;

@TongbanTest
class CatalogueTest {

    private static final LocalDate TODAY = TestNode.START;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemStore store;

    @Autowired
    Time time;

    @Autowired
    Regions regions;

    @Autowired
    OfficeKinds kinds;

    @Autowired
    TransactionTemplate transaction;

    private Catalogue with(String text) {
        return new Catalogue(Map.of(SampleItem.ID, text), store, time, regions, kinds, SampleItem.OFFICES);
    }

    private static Overlay overlay(String path, @Nullable String place, String value, LocalDate from) {
        return new Overlay(
                UUID.randomUUID(), SampleItem.ID, path, place, value, from, null, "经办", "复核", "苏测〔2026〕1号", null);
    }

    private void lay(Catalogue catalogue, Overlay overlay) {
        transaction.executeWithoutResult(_ -> catalogue.lay(List.of(overlay)));
    }

    private static int committedDays(Item item) {
        return ((Limit.Counted) item.limits().committed().getFirst().limit()).days();
    }

    @Test
    void the_140_services_are_there_in_the_order_of_the_table() {
        assertThat(catalogue.items()).hasSize(140);
        assertThat(catalogue.items().getFirst().id()).isEqualTo("2020-01");
        assertThat(catalogue.items().getLast().id()).isEqualTo("later-08");
        assertThat(catalogue.find("2020-99")).isEmpty();
    }

    @Test
    void a_released_version_can_be_read_for_ever_L_57() {
        var old = with(SampleItem.text()).item(SampleItem.ID);
        var renewed = with(SampleItem.text().replace("days: 15", "days: 9"));

        assertThat(renewed.item(SampleItem.ID).version()).isNotEqualTo(old.version());
        assertThat(renewed.version(SampleItem.ID, old.version())).isEqualTo(old);
        assertThat(committedDays(renewed.version(SampleItem.ID, old.version()))).isEqualTo(15);
        assertThatThrownBy(() -> renewed.version(SampleItem.ID, "none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overlay_holds_from_its_day_and_in_its_place_M_13() {
        var sample = with(SampleItem.text() + "\n# place");
        var before = sample.item(SampleItem.ID);
        lay(sample, overlay("limits.committed.days", "320500", "5", TODAY.plusDays(1)));

        assertThat(sample.item(SampleItem.ID)).isEqualTo(before);
        assertThat(committedDays(sample.local(SampleItem.ID, "320505", TODAY))).isEqualTo(15);
        var later = sample.local(SampleItem.ID, "320505", TODAY.plusDays(1));
        assertThat(committedDays(later)).isEqualTo(5);
        assertThat(committedDays(sample.local(SampleItem.ID, "320102", TODAY.plusDays(1))))
                .isEqualTo(15);
        assertThat(with(SampleItem.text()).version(SampleItem.ID, later.version()))
                .isEqualTo(later);
    }

    @Test
    void a_new_file_takes_the_overlays_and_says_which_are_lost_M_02() {
        var sample = with(SampleItem.text() + "\n# lost");
        lay(sample, overlay("materials[photo].because", null, "须贴在证上", TODAY));
        var renewed = with(SampleItem.text().replace("key: photo", "key: picture"));

        assertThat(sample.lostOverlays(SampleItem.ID)).isEmpty();
        assertThat(renewed.lostOverlays(SampleItem.ID))
                .extracting(Overlay::path)
                .containsExactly("materials[photo].because");
        assertThat(renewed.item(SampleItem.ID).material("picture").orElseThrow().because())
                .isNull();
    }

    @Test
    void what_the_table_of_the_province_says_is_fixed_and_nonsense_is_refused() {
        var sample = with(SampleItem.text());

        assertThatThrownBy(() -> lay(sample, overlay("name", null, "别的名字", TODAY)))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("不能改动");
        assertThatThrownBy(() -> lay(sample, overlay("eligibility[0].rule", null, "nobody == 1", TODAY)))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> lay(sample, overlay("limits.committed.days", null, "soon", TODAY)))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("整数");
    }

    @Test
    void an_overlay_needs_two_people_and_an_instrument() {
        assertThatThrownBy(() -> new Overlay(
                        UUID.randomUUID(), SampleItem.ID, "fee", null, "免费", TODAY, null, "一人", "一人", "依据", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overlay(
                        UUID.randomUUID(), SampleItem.ID, "fee", null, "免费", TODAY, null, "一人", "另一人", " ", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_that_does_not_compile_stops_the_start_with_file_and_line() {
        var sample = with(SampleItem.text().replace("expiresOn > today", "expiresOn > tomorrow"));

        assertThatThrownBy(sample::proofread)
                .isInstanceOf(ItemFileRefused.class)
                .hasMessageContaining("9999-01.yaml 第 53 行")
                .hasMessageContaining("tomorrow");
    }

    @Test
    void a_kind_of_office_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> with(SampleItem.text().replace("kind: police", "kind: wizards")))
                .isInstanceOf(ItemFileRefused.class)
                .hasMessageContaining("wizards");
    }

    @Test
    void a_precheck_asks_only_what_the_rules_need() {
        var questions = catalogue.questions(SampleItem.item());

        assertThat(questions.fields())
                .extracting(Field::key)
                .containsExactly(
                        "toRegion", "moved", "fromRegion", "amount", "noAmount", "expires", "expiresOn", "people")
                .doesNotContain("wishes");
        assertThat(questions.applicant()).containsExactly("birthDate");
        assertThat(questions.places()).isEmpty();
    }

    @Test
    void a_form_asks_what_applies_so_far() {
        var filing = new Filing(
                SampleItem.ADULT,
                null,
                null,
                Map.of(),
                null,
                Map.of("moved", false),
                java.util.Set.of(),
                java.util.Set.of());

        var asked = catalogue.asked(SampleItem.item(), filing, TODAY);

        assertThat(asked.fields())
                .extracting(Field::key)
                .contains("moved", "expires")
                .doesNotContain("amount", "expiresOn");
        assertThat(asked.open()).extracting(Field::key).containsExactly("expiresOn");
        assertThat(asked.materials()).extracting(Material::key).containsExactly("idCard", "photo");
    }
}

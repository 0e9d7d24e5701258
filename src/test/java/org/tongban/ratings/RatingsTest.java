package org.tongban.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.tongban.TongbanTest;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;

/** 好差评 by its rules: who rates what, once, and how it is counted (N-30 to N-32). */
@TongbanTest
@Import(Given.class)
class RatingsTest extends RatedCase {
    private static final String LAWYER = "2020-06";

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("N-30, N-31, N-32: five grades, one for a closed case, none assumed")
    void n30_n31_n32_one_of_five_grades_for_a_closed_case_and_none_assumed() throws Exception {
        assertThat(Grade.values()).extracting(Grade::label).containsExactly("非常满意", "满意", "基本满意", "不满意", "非常不满意");
        var file = closed();
        int before = counted().ofItem(TRANSFER).total();
        var session = session();
        assertThat(body(session, "/my/cases/" + file.number())).contains("还没有评价", "去打分");
        var form = body(session, page(file));
        assertThat(form).doesNotContainPattern("name=\"grade\"[^>]*checked");
        rate(session, file, "", 422);
        rate(session, file, "6", 422);
        assertThat(counted().ofItem(TRANSFER).total()).as("silence is nothing").isEqualTo(before);
        rate(session, file, "4", 303);
        rate(session, file, "5", 422);
        assertThat(counted().ofItem(TRANSFER).total()).isEqualTo(before + 1);
        assertThat(body(session, page(file))).contains("满意").doesNotContain("name=\"grade\"");
    }

    @Test
    @DisplayName("N-31: a case that has not ended is not rated yet")
    void n31_nothing_is_rated_before_the_end() throws Exception {
        var file = given.accepted(TRANSFER);
        mvc.perform(get(page(file)).session(session())).andExpect(status().isNotFound());
        assertThatExceptionOfType(RefusedMove.class)
                .isThrownBy(() -> ratings.rate(file.casefileId(), Rating.CASE, said(Grade.SATISFIED), applicant()))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("nothing-to-rate"));
    }

    @Test
    @DisplayName("N-31: one rating a visit, by a code that the clerk shows and cannot look behind")
    void n31_one_rating_a_visit_by_a_code_of_the_counter() throws Exception {
        time.set(given.example(LAWYER).today());
        var window = "service-hall-320500";
        var file = casework.receive(
                given.submission(
                        LAWYER, given.atWindow(LAWYER), UUID.randomUUID().toString(), true),
                Given.ATTENDANCE,
                Given.clerk(window));
        var clerk = TestSignIn.session(mvc, window + "/clerk");
        var shown = body(clerk, "/counter/cases/" + file.number() + "/rating-code");
        var code = ratings.codeAtWindow(file.casefileId(), Given.clerk(window)).orElseThrow();
        assertThat(shown).contains(code, "<path d=\"M");
        assertThat(body(null, "/rate?number=" + file.number() + "&code=" + code))
                .contains("给这次服务打分");
        var wrong = code.equals("00000000") ? "00000001" : "00000000";
        byCode(file, wrong, "2", 422);
        byCode(file, code, "2", 303);
        assertThat(body(null, "/rate?number=" + file.number() + "&code=" + code))
                .as("rated before, and never how")
                .contains("谢谢您的评价")
                .doesNotContain("不满意");
        assertThat(body(clerk, "/counter/cases/" + file.number() + "/rating-code"))
                .contains(code)
                .doesNotContain("不满意", "已评价");
        assertThat(tickets.page(officer2(window, Role.APPROVER), null, 50)).isNotEmpty();
    }

    @Test
    @DisplayName("what is counted is folded from deltas, and the night sets it right by the ratings themselves")
    void figures_are_held_against_the_ratings_every_night() throws Exception {
        ratings.rate(closed().casefileId(), Rating.CASE, said(Grade.VERY_SATISFIED), applicant());
        int before = counted().ofItem(TRANSFER).total();
        assertThat(folding.check()).as("nothing to set right").isZero();
        var file = closed();
        ratings.rate(file.casefileId(), Rating.CASE, said(Grade.DISSATISFIED), applicant());
        assertThat(figures.ofItem(TRANSFER).total()).as("not folded yet").isEqualTo(before);
        assertThat(folding.check())
                .as("what is not folded yet is no difference")
                .isZero();
        int after = counted().ofItem(TRANSFER).total();
        assertThat(after).isEqualTo(before + 1);
        jdbc.sql("update ratings.tally_of set grade_5 = grade_5 + 7 where item_id = :item")
                .param("item", TRANSFER)
                .update();
        jdbc.sql("update ratings.tally set grade_5 = grade_5 + 7 where scope = :scope")
                .param("scope", "item:" + TRANSFER)
                .update();
        assertThat(folding.check()).isPositive();
        assertThat(figures.ofItem(TRANSFER).total()).isEqualTo(after);
        var scope = new RatingFigures.Scope(figures.from(), time.today(), Set.of(TRANSFER), null, null);
        assertThat(figures.total(scope).total()).isEqualTo(after);
        assertThat(figures.total(scope.visits(true)).total()
                        + figures.total(scope.visits(false)).total())
                .isEqualTo(after);
        assertThat(figures.by(RatingFigures.By.OFFICE, scope)).containsKey(file.office());
        assertThat(figures.checked().orElseThrow().differences()).isPositive();
    }

    private void rate(MockHttpSession session, Casefile file, String grade, int expected) throws Exception {
        mvc.perform(post(page(file)).session(session).with(csrf()).param("grade", grade))
                .andExpect(status().is(expected));
    }

    private void byCode(Casefile file, String code, String grade, int expected) throws Exception {
        mvc.perform(post("/rate")
                        .with(csrf())
                        .param("number", file.number().toString())
                        .param("code", code)
                        .param("grade", grade))
                .andExpect(status().is(expected));
    }

    private static Actor officer2(String office, Role role) {
        return Actor.staff(office + "/other", "同事", role, office);
    }
}

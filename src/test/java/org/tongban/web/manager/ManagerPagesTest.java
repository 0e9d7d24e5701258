package org.tongban.web.manager;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.Statements;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.identity.TestSignIn;

/** What a lead department's managers do on their pages. In a year of its own, so that no other test meets the changes. */
@TongbanTest
class ManagerPagesTest {
    private static final String ITEM = "2021-22";
    private static final int YEAR = 2047;

    @Autowired
    MockMvc mvc;

    @Autowired
    Statements statements;

    @Autowired
    SettableTime time;

    private MockHttpSession first;
    private MockHttpSession second;

    @BeforeEach
    void signed_in() throws Exception {
        time.set(LocalDate.of(YEAR, 3, 4));
        first = TestSignIn.session(mvc, "human-resources-320000/manager");
        second = TestSignIn.session(mvc, "human-resources-320000/manager2");
    }

    @AfterEach
    void back() {
        time.set(TestNode.START);
    }

    private ResultActions open(String path, MockHttpSession who) throws Exception {
        return mvc.perform(get(path).session(who));
    }

    private MockHttpServletRequestBuilder sent(String path, MockHttpSession who) {
        return post(path).session(who).with(csrf());
    }

    private MockHttpServletRequestBuilder edit(String editor, MockHttpSession who) {
        return sent("/manager/items/" + ITEM + "/edit/" + editor, who)
                .param("start-on-year", String.valueOf(YEAR))
                .param("start-on-month", "3")
                .param("start-on-day", "4")
                .param("end-on-year", String.valueOf(YEAR))
                .param("end-on-month", "3")
                .param("end-on-day", "20")
                .param("rests-on", "苏人社函〔2047〕1号");
    }

    private String entered(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(mvc.perform(request)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void a_manager_sees_the_services_of_the_department_and_what_is_open_in_them() throws Exception {
        open("/manager", first)
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("社会保障卡补卡"), not(containsString("学历公证")))));
        open("/manager?show=OPEN&q=补卡", first)
                .andExpect(content().string(allOf(containsString("社会保障卡补卡"), not(containsString("社会保障卡申领")))));
        open("/manager/items/" + ITEM, first)
                .andExpect(content()
                        .string(allOf(containsString("待牵头单位确认"), containsString("M-04"), containsString("去确认"))));
    }

    @Test
    void a_service_of_another_department_is_not_there_M_02() throws Exception {
        var path = entered(edit("fee", first).param("fee", "不收费，补卡也不收"));
        var other = TestSignIn.session(mvc, "justice-320000/manager");
        open("/manager/items/" + ITEM, other).andExpect(status().isNotFound());
        open("/manager/items/" + ITEM + "/history", other).andExpect(status().isNotFound());
        mvc.perform(edit("fee", other).param("fee", "免费")).andExpect(status().isNotFound());
        open(path, other).andExpect(status().isNotFound());
        mvc.perform(sent(path + "/publish", other).param("revision", "1")).andExpect(status().isNotFound());
        var officer = TestSignIn.session(mvc, "human-resources-320000/officer1");
        open("/manager", officer).andExpect(status().isForbidden());
    }

    @Test
    void what_is_wrong_is_told_and_nothing_typed_is_lost() throws Exception {
        mvc.perform(edit("statutory", first)
                        .param("days0", "5")
                        .param("unit0", "WORKING")
                        .param("from0", "ACCEPTED")
                        .param("basis", "社会保险法"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("承诺时限不能长于法定时限")))
                .andExpect(content().string(containsString("苏人社函〔2047〕1号")));
        mvc.perform(edit("condition", first)
                        .param("part", "0")
                        .param("text", "要年满十六周岁")
                        .param("rule", "age(applicant.birthDay) >= 16"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("没有 applicant.birthDay")))
                .andExpect(content().string(containsString("要年满十六周岁")));
        mvc.perform(edit("condition", first)
                        .param("part", "0")
                        .param("text", "要年满十六周岁")
                        .param("rule", "age(applicant.birthDate) >= \"16\"")
                        .param("check", "rule"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("左边是整数，右边是文字")));
        mvc.perform(sent("/manager/items/" + ITEM + "/edit/fee", first).param("fee", ""))
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(allOf(
                                containsString("请填写：收费标准"), containsString("请填写：依据的文件"), containsString("请填写：从哪天起"))));
    }

    @Test
    void a_second_person_publishes_and_the_guide_follows_at_once() throws Exception {
        var path = entered(edit("fee", first).param("fee", "补卡工本费十六元"));
        open(path, first).andExpect(content().string(containsString("补卡工本费十六元")));
        mvc.perform(sent(path + "/send", first).param("revision", "1")).andExpect(status().isSeeOther());
        mvc.perform(sent(path + "/publish", first).param("revision", "2"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("另一位管理员复核发布")));
        open("/manager", second).andExpect(content().string(containsString("等您复核的改动")));
        open("/items/" + ITEM, first).andExpect(content().string(not(containsString("十六元"))));

        mvc.perform(sent(path + "/publish", second).param("revision", "2")).andExpect(status().isSeeOther());

        open("/items/" + ITEM, first).andExpect(content().string(containsString("十六元")));
        open("/manager/items/" + ITEM + "/history", second)
                .andExpect(content().string(allOf(containsString("苏人社函〔2047〕1号"), containsString("已发布"))));
        mvc.perform(sent(path + "/publish", second).param("revision", "2"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已经发布")));
        time.set(LocalDate.of(YEAR, 3, 21));
        open("/items/" + ITEM, first).andExpect(content().string(not(containsString("十六元"))));
        open("/manager/items/" + ITEM + "/on?day=" + YEAR + "-03-10", first)
                .andExpect(content().string(containsString("十六元")));
    }

    @Test
    void several_parts_are_changed_together_and_tried_before_anybody_is_served_by_them() throws Exception {
        var path = entered(edit("site", first).param("attends", "NEVER"));
        var id = path.substring(path.lastIndexOf('/') + 1);
        entered(edit("modes", first)
                .param("proposal", id)
                .param("modes", "ONLINE")
                .param("usual", "ONLINE"));
        entered(edit("condition", first)
                .param("proposal", id)
                .param("part", "new")
                .param("text", "暂停补卡")
                .param("rule", "false"));

        open(path, first)
                .andExpect(
                        content().string(allOf(containsString("无须到场"), containsString("暂停补卡"), containsString("不能办"))));
        open("/manager/items/" + ITEM + "?proposal=" + id, first)
                .andExpect(content().string(allOf(containsString("并入这份改动"), containsString("暂停补卡"))));
        open("/manager/items/" + ITEM + "?proposal=" + id, second).andExpect(status().isNotFound());
        open(path + "/trial", first).andExpect(content().string(containsString("暂停补卡")));
        mvc.perform(sent(path + "/trial", first).param("example", "0").param("trial-mode", "ONLINE"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("试算结果")));
        mvc.perform(sent(path + "/drop", first).param("revision", "3").param("change", "2"))
                .andExpect(status().isSeeOther());
        open(path, first).andExpect(content().string(not(containsString("暂停补卡"))));
        entered(edit("terms", first).param("proposal", id).param("note", "请尽快"));
        open(path, first).andExpect(content().string(containsString("请尽快")));
        mvc.perform(sent(path + "/withdraw", first).param("revision", "5")).andExpect(status().isSeeOther());
    }

    @Test
    void what_is_confirmed_leaves_the_open_points_and_what_is_ended_comes_back() throws Exception {
        var path = entered(edit("confirm", first).param("draft", "0"));
        mvc.perform(sent(path + "/send", first).param("revision", "1"));
        mvc.perform(sent(path + "/publish", second).param("revision", "2")).andExpect(status().isSeeOther());
        open(path, first).andExpect(content().string(containsString("提议停止执行")));

        var end = entered(sent(path + "/end", second)
                .param("start-on-year", String.valueOf(YEAR))
                .param("start-on-month", "3")
                .param("start-on-day", "10")
                .param("rests-on", "苏人社函〔2047〕9号"));
        mvc.perform(sent(end + "/send", second).param("revision", "1")).andExpect(status().isSeeOther());
        mvc.perform(sent(end + "/return", first).param("revision", "2").param("remark", ""))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请写明为什么退回")));
        mvc.perform(sent(end + "/publish", first).param("revision", "2")).andExpect(status().isSeeOther());
        open(path, first).andExpect(content().string(containsString("提议停止执行")));
        time.set(LocalDate.of(YEAR, 3, 10));
        open(path, first).andExpect(content().string(not(containsString("提议停止执行"))));
    }

    @Test
    void a_difference_of_one_place_stands_in_the_guide_M_13() throws Exception {
        var path = entered(edit("fee", first)
                .param("fee", "苏州补卡收十元")
                .param("at-place-province", "320000")
                .param("at-place-city", "320500")
                .param("at-place-county", ""));
        open(path, first).andExpect(content().string(containsString("江苏省苏州市")));
        mvc.perform(sent(path + "/send", first).param("revision", "1"));
        mvc.perform(sent(path + "/publish", second).param("revision", "2")).andExpect(status().isSeeOther());

        open("/items/" + ITEM, first)
                .andExpect(content().string(allOf(containsString("各地不同之处"), containsString("苏州补卡收十元"))));
    }

    @Test
    void pages_keep_their_statement_budgets() throws Exception {
        open("/manager", first);
        statements.atMost(4, () -> open("/manager", first));
        statements.atMost(5, () -> open("/manager/items/" + ITEM, first));
    }
}

package org.tongban.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.tongban.TongbanTest;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.identity.People;
import org.tongban.identity.TestSignIn;

/** The ways by which a notice reaches people: the inbox, the case page, a message, mail. */
// a node of its own: other tests leave thousands of notices waiting
@TongbanTest(properties = "spring.application.name=notices")
@Import(Given.class)
class NoticeWaysTest extends ToldCases {
    @Autowired
    ContactStore contacts;

    @Autowired
    ShownMessages shown;

    @Autowired
    People people;

    @Test
    void staff_who_work_on_a_case_see_who_was_told() throws Exception {
        var file = given.accepted(TRANSFER);
        outbox.run();
        var officer = TestSignIn.session(mvc, file.office() + "/officer1");
        assertThat(body(officer, "/desk/cases/" + file.number())).contains("通知了谁、何时", "已受理", "站内：未读");
    }

    @Test
    void a_dead_mail_server_holds_up_nobody_and_is_tried_again_with_growing_pauses() {
        delivery.run();
        var file = given.submitted(TRANSFER);
        var contact = new Contact("li@example.cn", true, true, true, null);
        contacts.keep(file.applicant(), contact, null, time.now());
        file = act(file, Move.ACCEPT, Map.of(), Given.officer(file));
        outbox.run();
        var tried = new ArrayList<String>();
        MailChannel dead = (address, subject, text) -> {
            tried.add(subject);
            throw new MailChannel.MailRefused("邮件服务器没有接收", new IllegalStateException());
        };
        var texted = new ArrayList<String>();
        var broken = with(dead, (phone, text) -> texted.add(text));
        broken.run();
        assertThat(tried).as("one try, then the others of that server wait").hasSize(1);
        assertThat(tried.getFirst()).as("English for who uses English").startsWith("Submitted");
        assertThat(texted).hasSize(1);
        broken.run();
        assertThat(tried).as("the first is pausing, the second has its turn").hasSize(2);
        broken.run();
        assertThat(tried).hasSize(2);
        time.set(time.now().plus(Duration.ofMinutes(3)));
        delivery.run();
        assertThat(sent(file, file.applicant(), Notice.Way.MAIL)).hasSize(2).allSatisfy(n -> {
            assertThat(n.state()).isEqualTo(Notice.State.SENT);
            assertThat(n.address()).isEqualTo("l***@example.cn");
        });
        assertThat(shown.latest().getFirst().text()).contains("Case number: " + file.number());
        contacts.keep(file.applicant(), Contact.NONE, null, time.now());
    }

    @Test
    void somebody_reads_their_own_notices_in_the_inbox_and_on_the_case_page() throws Exception {
        var file = given.accepted(TRANSFER);
        outbox.run();
        var session = session(TRANSFER);
        var list = body(session, "/my/notices");
        assertThat(list).contains("已受理：", "未读", "tb-count", file.number().toString());
        var notice = body(session, "/my/notices/" + file.number() + "/e2");
        assertThat(notice).contains("最晚", "作出决定", "/my/cases/" + file.number());
        assertThat(inbox(file, file.applicant()).getLast().readAt()).isNotNull();
        assertThat(body(session, "/my/cases/" + file.number())).contains("已经告诉您的", "站内：", "短信：");
        mvc.perform(post("/my/notices/read").session(session).with(csrf())).andExpect(status().isSeeOther());
        assertThat(body(session, "/my/notices")).doesNotContain("全部标为已读");
        var stranger = TestSignIn.session(mvc, "person-9");
        mvc.perform(get("/my/notices/" + file.number() + "/e2").session(stranger))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_mail_address_is_used_only_after_its_code_was_typed_in() throws Exception {
        var session = TestSignIn.session(mvc, "person-5");
        change(session, "not an address", 422);
        change(session, "zhao@example.cn", 303);
        var code = shown.latest().getFirst().text().replaceAll(".*：(\\d{6}).*", "$1");
        assertThat(body(session, "/my/notices/ways")).contains("确认邮箱");
        confirm(session, code.equals("000000") ? "111111" : "000000", 422);
        confirm(session, code, 303);
        assertThat(body(session, "/my/notices/ways")).contains("邮箱已确认").doesNotContain("name=\"code\"");
        assertThat(body(session, "/demo/outbox")).contains("模拟", "z***@example.cn");
    }

    private void change(MockHttpSession session, String mail, int expected) throws Exception {
        mvc.perform(post("/my/notices/ways")
                        .session(session)
                        .with(csrf())
                        .param("mail", mail)
                        .param("sms", "true"))
                .andExpect(status().is(expected));
    }

    private void confirm(MockHttpSession session, String code, int expected) throws Exception {
        mvc.perform(post("/my/notices/ways/confirm")
                        .session(session)
                        .with(csrf())
                        .param("code", code))
                .andExpect(status().is(expected));
    }

    private MockHttpSession session(String item) throws Exception {
        var name = given.example(item).filing().applicant().name();
        var key = examples.groups().getFirst().people().stream()
                .filter(someone -> someone.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key();
        return TestSignIn.session(mvc, key);
    }

    private Delivery with(MailChannel mail, SmsGateway sms) {
        return new Delivery(
                store, contacts, people, casework, casebook, texts, Optional.of(mail), Optional.of(sms), time, "");
    }
}

package org.tongban.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Outbox;
import org.tongban.identity.People;

/** Mail through a real SMTP server: what arrives, and what becomes of it while the server is down. */
@TongbanTest(properties = "spring.application.name=notices")
@Import(Given.class)
class SmtpMailTest {
    private static final String TRANSFER = "2020-08";
    private static final String ADDRESS = "zhang@example.cn";

    @Autowired
    Casework casework;

    @Autowired
    Casebook casebook;

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeStore store;

    @Autowired
    ContactStore contacts;

    @Autowired
    People people;

    @Autowired
    NoticeTexts texts;

    @Autowired
    Delivery shownHere;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    private GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private String subject = "";

    @BeforeEach
    void a_server_listens_and_nothing_waits() {
        time.set(TestNode.START);
        outbox.run();
        while (shownHere.run() > 0) {}
        server.start();
    }

    @AfterEach
    void the_server_stops() {
        server.stop();
        if (!subject.isEmpty()) {
            contacts.keep(subject, Contact.NONE, null, time.now());
        }
    }

    @Test
    void what_is_sent_arrives_with_its_recipient_its_subject_and_its_chinese_words() throws Exception {
        var file = acceptedOfWhoGetsMail();
        assertThat(delivery(server.getSmtp().getPort()).run()).isEqualTo(2);
        var mails = mails();
        assertThat(mails).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("tongban@localhost");
            assertThat(words(mail)).contains("办件编号：" + file.number(), "请勿回复");
        });
        assertThat(subjects()).containsExactlyInAnyOrder("已提交：城乡居民基本养老保险关系转移接续", "已受理：城乡居民基本养老保险关系转移接续");
        assertThat(states(file)).containsOnly(Notice.State.SENT);
    }

    @Test
    void while_the_server_is_down_nothing_is_lost_and_later_each_arrives_once() throws Exception {
        var file = acceptedOfWhoGetsMail();
        int port = server.getSmtp().getPort();
        server.stop();
        var delivery = delivery(port);
        assertThat(delivery.run()).isZero();
        assertThat(delivery.run()).isZero();
        assertThat(states(file)).containsOnly(Notice.State.WAITING);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        time.set(time.now().plus(Duration.ofSeconds(30)));
        assertThat(delivery.run()).as("each pauses a minute after it failed").isZero();
        time.set(time.now().plus(Duration.ofMinutes(2)));
        assertThat(delivery.run()).isEqualTo(2);
        time.set(time.now().plus(Duration.ofDays(1)));
        assertThat(delivery.run()).isZero();
        assertThat(mails()).hasSize(2);
        assertThat(states(file)).containsOnly(Notice.State.SENT);
    }

    @Test
    void two_nodes_that_send_at_once_send_each_once() throws Exception {
        var file = acceptedOfWhoGetsMail();
        int port = server.getSmtp().getPort();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = () -> delivery(port).run();
            var sent = 0;
            for (var one : both.invokeAll(List.of(node, node))) {
                sent += one.get();
            }
            assertThat(sent).isEqualTo(2);
        }
        assertThat(subjects()).hasSize(2).doesNotHaveDuplicates();
        assertThat(states(file)).containsOnly(Notice.State.SENT);
    }

    private Casefile acceptedOfWhoGetsMail() {
        var file = given.submitted(TRANSFER);
        subject = file.applicant();
        contacts.keep(subject, new Contact(ADDRESS, true, false, false, null), null, time.now());
        file = casework.act(
                file.casefileId(), file.revision(), new Act(Move.ACCEPT, null, Map.of()), Given.officer(file));
        outbox.run();
        return file;
    }

    private Delivery delivery(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        return new Delivery(
                store,
                contacts,
                people,
                casework,
                casebook,
                texts,
                Optional.of(new SmtpMail(sender, "tongban@localhost")),
                Optional.empty(),
                time,
                "");
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private List<String> subjects() throws MessagingException {
        return mails().stream().map(SmtpMailTest::subject).toList();
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(MimeMessage mail) throws MessagingException, IOException {
        assertThat(GreenMailUtil.getHeaders(mail)).contains("UTF-8");
        return (String) mail.getContent();
    }

    private List<Notice.State> states(Casefile file) {
        return store.of(file.casefileId()).stream()
                .filter(notice -> notice.way() == Notice.Way.MAIL)
                .map(Notice::state)
                .toList();
    }
}

package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.BenchServer;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.LookUps;
import org.tongban.casework.Move;
import org.tongban.casework.Submission;
import org.tongban.casework.Task;
import org.tongban.casework.Worklist;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Actor;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Person;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.Sex;
import org.tongban.identity.Vault;

/**
 * The product through the doors that its pages use, as it runs: rules, competence, rights, events with their chain, clock, encryption,
 * outbox, read log, and its own jobs in the background.
 */
final class TongbanContender implements Contender {

    /** Districts of Nanjing; the office of the case is the one of its district. */
    private static final List<String> DISTRICTS =
            List.of("320102", "320104", "320105", "320106", "320111", "320113", "320114", "320115");

    private final ConfigurableApplicationContext node;
    private final HikariDataSource pool;
    private final Casework casework;
    private final Casebook casebook;
    private final Worklist worklist;
    private final LookUps lookUps;
    private final ReadLog readLog;
    private final Item item;
    private final Actor applicant;
    private final Person person;

    TongbanContender(BenchServer.Address address) {
        this(Node.start(address, "--server.port=0"));
    }

    TongbanContender(ConfigurableApplicationContext node) {
        this.node = node;
        casework = node.getBean(Casework.class);
        casebook = node.getBean(Casebook.class);
        worklist = node.getBean(Worklist.class);
        lookUps = node.getBean(LookUps.class);
        readLog = node.getBean(ReadLog.class);
        item = node.getBean(Catalogue.class).find("bench-01").orElseThrow();
        pool = Node.pool(node);
        person = new Person(
                "李小燕", new IdNumber("320104198605126004"), null, null, null, Sex.of("女"), "13900001000", "320583");
        applicant = Actor.applicant(
                "bench", person.name(), node.getBean(Vault.class).subject(person), 4);
    }

    @Override
    public String name() {
        return "Tongban";
    }

    @Override
    public String database() {
        return "bench_tongban";
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void submitOnly(int n) {
        submit(n);
    }

    /** The id of a case that was handed in and waits for acceptance. */
    long submitted(int n) {
        return submit(n).casefileId();
    }

    @Override
    public void lifecycle(int n, Watch watch) {
        list(office(n));
        Casefile submitted = watch.step(() -> submit(n));
        open(submitted.casefileId(), applicant);
        long id = submitted.casefileId();
        Actor officer = officer(submitted.office());
        if (Contender.supplemented(n)) {
            step(
                    watch,
                    id,
                    officer,
                    ignored -> Act.of(
                            Move.ASK_SUPPLEMENT,
                            Map.of(
                                    "defects",
                                    List.of("material.admissionNotice"),
                                    "text",
                                    Filler.opinion("补正"),
                                    "days",
                                    15)));
            step(
                    watch,
                    id,
                    applicant,
                    ignored -> Act.of(
                            Move.SUPPLEMENT,
                            Map.of("answers", Map.of("studentNumber", "2026202140031"), "text", Filler.opinion("补正"))));
        }
        step(watch, id, officer, ignored -> Act.of(Move.ACCEPT, Map.of("text", Filler.opinion("受理"))));
        Casefile reviewed = step(watch, id, officer, file -> finish(file, officer, "完成"));
        for (Task inquiry : reviewed.openTasks()) {
            Actor checker = officer(inquiry.office());
            String answer = item.checks()
                    .get(item.steps().get(inquiry.step()).check())
                    .answers()
                    .getFirst();
            answer(watch, id, inquiry.no(), checker, answer);
        }
        step(
                watch,
                id,
                officer,
                ignored -> Act.of(
                        Move.GRANT,
                        Map.of("results", List.of(item.results().getFirst().name()), "text", Filler.opinion("决定"))));
        step(watch, id, officer, ignored -> Act.of(Move.DELIVER, Map.of("way", "网上送达", "proof", "已下载")));
    }

    @FunctionalInterface
    private interface Deed {
        Act on(Casefile file);
    }

    private Casefile step(Watch watch, long id, Actor by, Deed deed) {
        list(by.office() == null ? office(0) : by.office());
        Casefile file = open(id, by);
        Act act = deed.on(file);
        return watch.step(() -> casework.act(id, file.revision(), act, by));
    }

    /** An office that is only asked something opens what the question needs, not the whole case. */
    private void answer(Watch watch, long id, int task, Actor by, String answer) {
        list(by.office() == null ? office(0) : by.office());
        readLog.record(by, ReadLog.What.CASE, Long.toString(id));
        Casefile file = casebook.inquiry(id, task, by).file();
        casework.possible(file, by);
        Act act = new Act(Move.FINISH_STEP, task, Map.of("result", answer, "text", Filler.opinion("核查")));
        watch.step(() -> casework.act(id, file.revision(), act, by));
    }

    private static Act finish(Casefile file, Actor by, String result) {
        int task = file.openTasks().stream()
                .filter(open -> open.kind().step() && by.worksAt(open.office()))
                .findFirst()
                .orElseThrow()
                .no();
        return new Act(Move.FINISH_STEP, task, Map.of("result", result, "text", Filler.opinion("审查")));
    }

    private static String office(int n) {
        return "police-station-" + DISTRICTS.get(n % OFFICES);
    }

    private static Actor officer(String office) {
        return Actor.staff(office + "/bench", "经办人", Role.OFFICER, office);
    }

    private Casefile submit(int n) {
        String district = DISTRICTS.get(n % OFFICES);
        Filing filing = new Filing(
                person,
                null, null,
                Map.of("apply_at", district, "to", district, "from", "320583"),
                Mode.ONLINE,
                answers(),
                Set.of(),
                Set.of());
        LookUps.Found found = lookUps.before(item, filing);
        return casework.submit(
                new Submission(
                        item,
                        found.filing(),
                        Map.of(),
                        List.of(),
                        found.answeredSteps(),
                        true,
                        UUID.randomUUID().toString(),
                        "online",
                        null),
                applicant);
    }

    /** What an applicant of the measured service fills in. */
    static Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("crossProvinceChosen", true);
        answers.put("fromAddress", "昆山市玉山镇人民南路118号4幢202室");
        answers.put("fromStation", "昆山市公安局城中派出所");
        answers.put("fromHouseholdType", "家庭户");
        answers.put("toAddress", "南京市鼓楼区汉口路22号");
        answers.put("toStation", "鼓楼分局华侨路派出所");
        answers.put("toHouseholdType", "学校集体户");
        answers.put("schoolName", "南京大学");
        answers.put("schoolKind", "普通高等学校");
        answers.put("campusName", "鼓楼校区");
        answers.put("collegeName", "地理与海洋科学学院");
        answers.put("major", "测绘工程");
        answers.put("educationLevel", "硕士研究生");
        answers.put("studyMode", "全日制");
        answers.put("admissionNoticeNumber", "NJU2025S10482");
        answers.put("examineeNumber", "104865321500482");
        answers.put("studentNumber", "2025202140031");
        answers.put("enrollDate", "2025-09-02");
        answers.put("expectedGraduation", "2028-06");
        answers.put("voluntary", true);
        answers.put("formerCollective", false);
        answers.put("agentTeacher", "彭勇");
        return answers;
    }

    private void list(String office) {
        worklist.page(office, Worklist.Filter.NONE, null, PAGE);
    }

    /** As the case page does: noted in the read log, opened whole, with the moves that this person can make. */
    private Casefile open(long id, Actor by) {
        readLog.record(by, ReadLog.What.CASE, Long.toString(id));
        Casefile file = casebook.open(id, by).file();
        casework.possible(file, by);
        return file;
    }

    @Override
    public void close() {
        node.close();
    }
}

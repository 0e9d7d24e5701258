package org.tongban.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.TestApplicants;
import org.tongban.identity.TestSignIn;
import tools.jackson.databind.JsonNode;

/** People of examples at the pages: who signs, books, comes, is asked for a fee and pays; each signs in once. */
final class PeopleAtPages {
    private static final Pattern SLOT = Pattern.compile("value=\"([0-9a-f-]{36})\">\\s*<label[^>]*>(\\d\\d:\\d\\d)");

    private final MockMvc mvc;
    private final TestApplicants applicants;
    private final Map<String, MockHttpSession> sessions = new HashMap<>();

    PeopleAtPages(MockMvc mvc, TestApplicants applicants) {
        this.mvc = mvc;
        this.applicants = applicants;
    }

    private MockHttpSession session(Applicant who) {
        return sessions.computeIfAbsent(
                number(who), _ -> applicants.signIn(who, null).session());
    }

    private MockHttpSession session(Filing filing) {
        return filing.agent() == null
                ? session(filing.applicant())
                : sessions.computeIfAbsent(
                        number(filing.applicant()) + " " + number(filing.agent()),
                        _ -> applicants
                                .signIn(filing.applicant(), filing.agent())
                                .session());
    }

    private static String number(Applicant who) {
        return switch (who) {
            case Person person -> person.documentNumber();
            case Organisation body -> body.uscc().text();
        };
    }

    private MockHttpSession staff(String account) {
        return sessions.computeIfAbsent(account, _ -> {
            try {
                return TestSignIn.session(mvc, account);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String page(MockHttpSession session, String path) {
        try {
            return mvc.perform(get(path).session(session))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse send(MockHttpSession session, String path, String... inputs) {
        try {
            var request = post(path).session(session).with(csrf());
            for (int i = 0; i < inputs.length; i += 2) {
                request.param(inputs[i], inputs[i + 1]);
            }
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null where it went through; else what the page says, without its markup. */
    private static @Nullable String refusal(MockHttpServletResponse response) {
        if (response.getStatus() == 303) {
            return null;
        }
        try {
            return response.getStatus()
                    + " "
                    + response.getContentAsString().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The applicant's page of the case, without its markup. */
    String caseOf(Filing filing, String number) {
        return page(session(filing), "/my/cases/" + number)
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    @Nullable
    String answered(Applicant who, String number, int task, String result, int revision) {
        return refusal(send(
                session(who),
                "/my/parts/" + number + "/tasks/" + task,
                "result",
                result,
                "revision",
                String.valueOf(revision)));
    }

    @Nullable
    String withdrawn(Applicant who, String number, int revision) {
        return refusal(send(session(who), "/my/parts/" + number + "/withdraw", "revision", String.valueOf(revision)));
    }

    /** Whoever has booked came: their number is drawn and what they came for is done. False where nobody has booked. */
    boolean kept(String number, JsonNode task, String result, String text) {
        var clerk = staff(task.get("office").asString() + "/officer1");
        var path = "/appointments/" + number + "/" + task.get("no").intValue();
        send(clerk, path + "/arrive");
        return refusal(send(clerk, path + "/keep", "result", result, "text", text)) == null;
    }

    @Nullable
    String appointment(ExampleAct act, Filing filing, String number, JsonNode task) {
        var office = task.get("office").asString();
        int no = task.get("no").intValue();
        var own = "/my/cases/" + number + "/appointment/" + no;
        return switch (act.deed()) {
            case BOOK -> refusal(send(session(filing), own + "/book", "slot", slot(act, filing, office, own)));
            case REBOOK -> refusal(send(session(filing), own + "/move", "slot", slot(act, filing, office, own)));
            case CANCEL_BOOKING -> refusal(send(session(filing), own + "/cancel"));
            default -> refusal(send(staff(office + "/clerk"), "/appointments/" + number + "/" + no + "/missed"));
        };
    }

    /** The office opens the morning and the afternoon; the person takes the time that suits. */
    private String slot(ExampleAct act, Filing filing, String office, String own) {
        var wanted = LocalDateTime.parse(text(act, "time").replace(' ', 'T'));
        var day = wanted.toLocalDate();
        var inputs = new ArrayList<>(List.of("opens", "09:00", "closes", "17:00", "minutes", "30", "capacity", "9"));
        for (var end : List.of("from", "to")) {
            inputs.addAll(List.of(
                    end + "-year",
                    "" + day.getYear(),
                    end + "-month",
                    "" + day.getMonthValue(),
                    end + "-day",
                    "" + day.getDayOfMonth()));
        }
        send(staff(office + "/clerk"), "/appointments/release", inputs.toArray(String[]::new));
        var slots = SLOT.matcher(page(session(filing), own + "?from=" + day));
        while (slots.find()) {
            if (slots.group(2).equals(wanted.toLocalTime().toString())) {
                return slots.group(1);
            }
        }
        throw new AssertionError(wanted + " 没有放号");
    }

    @Nullable
    String fee(ExampleAct act, Item item, Filing filing, String number, JsonNode task) {
        int no = task.get("no").intValue();
        var desk = "/desk/cases/" + number + "/fee/" + no;
        var officer = task.get("office").asString() + "/officer1";
        return switch (act.deed()) {
            case CHARGE -> refusal(send(staff(officer), desk + "/open", lines(act, item)));
            case REDUCE ->
                refusal(send(
                        staff(officer), desk + "/reduce", "less", text(act, "less"), "ground", text(act, "ground")));
            default -> paid(filing, "/my/cases/" + number + "/fee/" + no);
        };
    }

    /** Each line of the service's charges that is asked for: a count, or the amount where the place sets it. */
    private static String[] lines(ExampleAct act, Item item) {
        var wanted = (Map<?, ?>) Objects.requireNonNull(act.with().get("lines"), "with.lines");
        var charges = Objects.requireNonNull(item.charges()).lines();
        var inputs = new ArrayList<String>();
        for (int i = 0; i < charges.size(); i++) {
            var line = wanted.get(charges.get(i).name());
            if (line == null) {
                continue;
            }
            inputs.addAll(List.of("count-" + i, "1"));
            if (charges.get(i).amount() == null) {
                inputs.addAll(List.of("amount-" + i, line.toString()));
            }
        }
        return inputs.toArray(String[]::new);
    }

    private static String text(ExampleAct act, String key) {
        return Objects.requireNonNull(act.with().get(key), () -> "with." + key).toString();
    }

    private @Nullable String paid(Filing filing, String fee) {
        var sent = send(session(filing), fee + "/pay");
        var refusal = refusal(sent);
        return refusal != null
                ? refusal
                : refusal(send(session(filing), Objects.requireNonNull(sent.getHeader("Location")), "how", "paid"));
    }
}

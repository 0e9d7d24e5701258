package org.tongban.web.applicant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Casebook;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.ReadLog;
import org.tongban.places.Office;
import org.tongban.places.Offices;

/**
 * 预填: what is known already of who applies, from their identity and, as they agree, from their own earlier cases (M-24: nothing is given
 * twice). Only facts about people and bodies; choices, days, amounts and declarations are made anew each time.
 */
@Component
class Prefills {
    private static final int EARLIER_CASES = 5;
    private static final String SIGN_IN = "实名认证平台";
    private static final String IDENTITY = "您的实名信息";
    private static final String POLICE = "police";
    private static final String REGISTER = "market-regulation";

    private final CaseSearch cases;
    private final Casebook casebook;
    private final Catalogue catalogue;
    private final Offices offices;
    private final ReadLog log;

    Prefills(CaseSearch cases, Casebook casebook, Catalogue catalogue, Offices offices, ReadLog log) {
        this.cases = cases;
        this.casebook = casebook;
        this.catalogue = catalogue;
        this.offices = offices;
        this.log = log;
    }

    /** By key of the question. What the identity says goes before what was said in earlier cases, the latest of them first. */
    Map<String, Worksheet.Origin> known(OpenDraft draft) {
        var known = new LinkedHashMap<String, Worksheet.Origin>();
        for (var field : draft.item().form()) {
            var origin = identity(field, draft.acting());
            if (origin != null) {
                known.put(field.key(), origin);
            }
        }
        earlier(draft, known);
        return known;
    }

    private void earlier(OpenDraft draft, Map<String, Worksheet.Origin> known) {
        var own = draft.by().subject();
        if (own == null) {
            return;
        }
        var applicant = Objects.requireNonNullElse(draft.sheet().principal(), own);
        for (var row : cases.of(own, EARLIER_CASES)) {
            log.record(draft.by(), ReadLog.What.CASE, row.number().toString());
            var opened = casebook.open(row.casefileId(), draft.by());
            if (opened.file().applicant().equals(applicant)) {
                var item =
                        catalogue.version(opened.file().itemId(), opened.file().itemVersion());
                for (var field : draft.item().form()) {
                    var answer = opened.filed().answers().get(field.key());
                    if (answer != null && carries(field) && asked(item, field)) {
                        known.putIfAbsent(field.key(), origin(row, answer));
                    }
                }
            }
        }
    }

    /** Whether the other service asked the same. */
    private static boolean asked(Item item, Field field) {
        return item.field(field.key())
                .filter(other -> other.getClass().equals(field.getClass()))
                .filter(other -> other.label().equals(field.label()))
                .isPresent();
    }

    private static boolean carries(Field field) {
        return switch (field) {
            case Field.Text _,
                    Field.RegionCode _,
                    Field.IdCard _,
                    Field.Identity _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> true;
            case Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.YesNo _,
                    Field.Select _,
                    Field.Multiselect _,
                    Field.Rows _ -> false;
        };
    }

    private Worksheet.Origin origin(CaseSearch.Row row, Object answer) {
        var office = offices.byCode(row.office());
        return new Worksheet.Origin(
                answer,
                "您的办件 " + row.number(),
                office.map(Office::name).orElse(row.office()),
                office.map(Office::region).orElse(null),
                row.office());
    }

    /** The questions that forms ask by the same key wherever they ask for what the identity says. */
    private Worksheet.@Nullable Origin identity(Field field, OpenDraft.Acting acting) {
        var applicant = acting.applicant();
        var agent = acting.agent();
        var contact = agent == null ? applicant : agent;
        return switch (field.key()) {
            case "contactName" -> of(field, contactName(contact), contact);
            case "contactPhone" -> of(field, contact.phone(), SIGN_IN);
            case "agentName" -> agent == null ? null : of(field, agent.name(), agent);
            case "agentIdNumber" -> agent == null ? null : of(field, agent.documentNumber(), agent);
            case "agentPhone" -> agent == null ? null : of(field, agent.phone(), SIGN_IN);
            case "hukouRegion" -> applicant instanceof Person ? of(field, applicant.region(), applicant) : null;
            case "uscc" ->
                applicant instanceof Organisation body ? of(field, body.uscc().text(), applicant) : null;
            default -> null;
        };
    }

    private static @Nullable String contactName(Applicant contact) {
        return contact instanceof Organisation body ? body.agentName() : contact.name();
    }

    /** Who keeps the record: the police where a person lives, the register where a body is registered. */
    private Worksheet.@Nullable Origin of(Field field, @Nullable String value, Applicant whose) {
        boolean person = whose instanceof Person;
        var region = whose.region();
        var keeper = region == null ? Optional.<Office>empty() : offices.find(person ? POLICE : REGISTER, region, null);
        var kind = person ? "公安机关（居民身份信息）" : "登记机关（法人登记信息）";
        return value == null || !carries(field)
                ? null
                : new Worksheet.Origin(
                        value,
                        IDENTITY,
                        keeper.map(Office::name).orElse(kind),
                        region,
                        keeper.map(Office::code).orElse(null));
    }

    private static Worksheet.@Nullable Origin of(Field field, @Nullable String value, String organ) {
        return value == null || !carries(field) ? null : new Worksheet.Origin(value, IDENTITY, organ, null, null);
    }
}

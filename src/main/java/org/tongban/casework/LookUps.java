package org.tongban.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.StepKind;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.records.RecordAnswer;
import org.tongban.records.RecordQuery;
import org.tongban.records.Records;

/** 提交前查询: looks up what spares materials and what look-up steps ask, before the transaction; nothing here changes a case. */
@Component
public class LookUps {
    /** 查询所得: the filing with what could not be found, and the look-up steps that were answered. */
    public record Found(Filing filing, List<Integer> answeredSteps) {}

    private final Records records;
    private final Catalogue catalogue;
    private final Time time;

    LookUps(Records records, Catalogue catalogue, Time time) {
        this.records = records;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** A material whose look-up finds nothing must be handed in after all; one that nobody answered for is the officer's to check. */
    public Found before(Item item, Filing filing) {
        var check = catalogue.check(item, filing, time.today());
        var asked = new LinkedHashMap<String, RecordQuery>();
        check.exemptMaterials().forEach(m -> asked.put("material." + m.key(), query(item, filing, m.by(), null)));
        for (int step : check.plan().steps()) {
            var of = item.steps().get(step);
            if (of.kind() == StepKind.LOOKUP) {
                asked.put(
                        "step." + step,
                        query(item, filing, of.action(), check.places().get(of.actor())));
            }
        }
        var answers = records.lookUp(asked.values().stream().distinct().toList());
        var unavailable = new LinkedHashSet<>(filing.unavailable());
        var answered = new ArrayList<Integer>();
        asked.forEach((key, query) -> {
            if (key.startsWith("step.") && answers.get(query) instanceof RecordAnswer.Found) {
                answered.add(Integer.valueOf(key.substring("step.".length())));
            } else if (key.startsWith("material.") && answers.get(query) instanceof RecordAnswer.NotFound) {
                unavailable.add(key.substring("material.".length()));
            }
        });
        var looked = new Filing(
                filing.applicant(),
                filing.agent(),
                filing.relation(),
                filing.places(),
                filing.mode(),
                filing.answers(),
                filing.materials(),
                unavailable);
        return new Found(looked, List.copyOf(answered));
    }

    private static RecordQuery query(Item item, Filing filing, String what, @Nullable String region) {
        return new RecordQuery(what, item.name(), filing.applicant().name(), number(filing.applicant()), region);
    }

    private static String number(Applicant applicant) {
        return switch (applicant) {
            case Person p -> p.documentNumber();
            case Organisation o -> o.uscc().text();
        };
    }
}

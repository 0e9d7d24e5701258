package org.tongban.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongban.casework.Casebook;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.OnBehalf;

/** 代办情况的显示: who acts for the applicant and by what, and whose matter it is where that is not the applicant. */
public final class WhoActs {
    private WhoActs() {}

    /** Empty where the applicant acts. */
    public static List<Shown> agent(ShownAnswers shown, Item item, Casebook.Filed filed) {
        var agent = filed.agentPerson();
        if (agent == null) {
            return List.of();
        }
        var lines = new ArrayList<Shown>();
        var relation = filed.relationOf();
        if (relation != null) {
            lines.add(Shown.open("代办关系", relation.label()));
            OnBehalf.acting(item, relation)
                    .ifPresent(acting -> lines.add(Shown.open("凭什么代办", OnBehalf.proof(item, acting))));
        }
        lines.addAll(shown.of(agent, "agent"));
        return List.copyOf(lines);
    }

    /** Empty where the applicant is whose matter it is. */
    public static List<Shown> subject(ShownAnswers shown, Item item, Casebook.Filed filed) {
        var subject = item.onBehalf() == null ? null : item.onBehalf().subject();
        if (subject == null) {
            return List.of();
        }
        var lines = new ArrayList<Shown>();
        for (var key : new String[] {subject.person(), subject.number(), subject.relation()}) {
            var answer = key == null ? null : filed.answers().get(key);
            item.field(Objects.requireNonNullElse(key, ""))
                    .filter(_ -> answer != null)
                    .ifPresent(field -> lines.addAll(line(shown, field, Objects.requireNonNull(answer))));
        }
        return List.copyOf(lines);
    }

    private static List<Shown> line(ShownAnswers shown, Field field, Object answer) {
        return shown.lines(List.of(field), Map.of(field.key(), answer)).stream()
                .map(ShownAnswers.Line::shown)
                .toList();
    }
}

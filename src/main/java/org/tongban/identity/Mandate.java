package org.tongban.identity;

import java.time.LocalDate;
import java.util.List;

/**
 * 授权: an agent may act for a principal in these services and between these dates (policy N-22).
 *
 * @param principal subject of the person or organisation acted for
 * @param agent subject of the person who acts
 * @param names of both, masked, as lists show them
 * @param relation what they are to whom they act for
 * @param items ids of the services it covers; empty covers all
 * @param from first day
 * @param to last day
 * @param checkedHow what was seen to believe it, as 授权委托书原件
 */
public record Mandate(
        String id,
        String principal,
        String agent,
        Names names,
        Relation relation,
        List<String> items,
        LocalDate from,
        LocalDate to,
        String checkedHow) {

    /** 授权双方的名称, as lists show them. */
    public record Names(String principal, String agent) {

        /** A person's is covered; what an organisation is called stands in a public register. */
        public static Names of(Applicant principal, Person agent) {
            var name = principal instanceof Organisation ? principal.name() : Masking.name(principal.name());
            return new Names(name, Masking.name(agent.name()));
        }
    }

    public Mandate {
        items = List.copyOf(items);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("授权的终止日期早于起始日期");
        }
    }

    public boolean covers(String item, LocalDate on) {
        return (items.isEmpty() || items.contains(item)) && !on.isBefore(from) && !on.isAfter(to);
    }
}

package org.tongban.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 花名册: somewhere that staff are kept. The product keeps its own; the demonstration has people by rule at every office. */
interface Roster {

    /** Who holds this role at this office on that day. */
    List<StaffMember> at(String office, Role role, LocalDate on);

    /** Everybody who holds a post at this office on that day. */
    List<StaffMember> at(String office, LocalDate on);

    /** The posts somebody holds on that day, none for applicants; empty where there is no such account (any more). */
    Optional<List<StaffMember>> posts(String account, LocalDate on);
}

package org.tongban.web.admin;

import org.tongban.places.ProblemTicket;

/** 问题单一览: a ticket as it is read, with names for codes. */
public record TicketView(ProblemTicket ticket, String item, String place, String answeredBy, boolean late) {}

package org.tongban.web.manager;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongban.catalogue.Asked;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.web.Filled;

/**
 * 试算页的内容.
 *
 * @param item as it would be
 * @param examples names of the service's examples
 * @param example which of them is tried, from 0
 * @param day on which it is as if it were filed
 * @param applicant name of the fictitious person or organisation
 * @param asked what the form asks with the answers so far
 * @param places that only the applicant can say
 * @param said what both versions say
 */
public record TrialView(
        UUID proposal,
        Item item,
        List<String> examples,
        int example,
        LocalDate day,
        String applicant,
        Asked asked,
        List<Field> places,
        Filled filled,
        List<Said.Line> said) {}

package org.tongban.web.counter;

import org.tongban.web.DueIn;
import org.tongban.web.Tone;

/** 窗口待办的一行: what is to be done, where it leads and by when. */
public record TaskRow(
        String path,
        String number,
        String service,
        String applicant,
        String title,
        String kind,
        Tone tone,
        DueIn due) {}

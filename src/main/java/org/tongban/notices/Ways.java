package org.tongban.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which ways somebody is told: always here, by mail where they confirmed an address, by SMS what matters unless they said no. */
@Component
class Ways {
    private final boolean mail;
    private final boolean sms;

    Ways(Optional<MailChannel> mail, Optional<SmsGateway> sms) {
        this.mail = mail.isPresent();
        this.sms = sms.isPresent();
    }

    List<Notice.Way> of(NoticeKind kind, ContactStore.@Nullable Preference preference) {
        var ways = new ArrayList<Notice.Way>();
        ways.add(Notice.Way.INBOX);
        if (mail && kind.byMail() && preference != null && preference.confirmed()) {
            ways.add(Notice.Way.MAIL);
        }
        if (sms && kind.bySms() && (preference == null || preference.sms())) {
            ways.add(Notice.Way.SMS);
        }
        return ways;
    }
}

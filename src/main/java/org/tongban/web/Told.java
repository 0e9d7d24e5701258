package org.tongban.web;

import java.time.Instant;
import java.util.List;
import org.tongban.notices.Notice;
import org.tongban.notices.NoticeTexts;

/** 已告知: something that was told in a case, to whom and by which ways. */
public record Told(Notice first, NoticeTexts texts, List<Sent> sent) {

    public Instant at() {
        return first.createdAt();
    }

    /** In the language of the page. */
    public String title() {
        return texts.brief(first, Words.language() == Language.ENGLISH);
    }

    /** 一份通知: by one way to one recipient. */
    public record Sent(Notice notice) {

        public String to() {
            return switch (notice.standing()) {
                case APPLICANT -> Words.t("申请人");
                case AGENT -> Words.t("代办人");
                case PARTY -> Words.t("相关当事人");
                case STAFF -> Words.t("承办人员");
            };
        }

        /** The way, how far it got, and where it went, masked. */
        public String how() {
            var address = notice.address();
            var where = address == null ? "" : " " + address;
            return way() + "：" + state() + where;
        }

        private String way() {
            return switch (notice.way()) {
                case INBOX -> Words.t("站内");
                case MAIL -> Words.t("邮件");
                case SMS -> Words.t("短信");
            };
        }

        private String state() {
            return switch (notice.state()) {
                case SENT -> sent();
                case WAITING -> notice.reason() == null ? Words.t("正在发") : Words.t("没有送出，稍后再试");
                case FAILED -> Words.t("多次没有送出");
                case DROPPED -> Words.t("没有发，收件人已不再经手");
                case UNREACHABLE -> notice.way() == Notice.Way.SMS ? Words.t("没有登记手机号码") : Words.t("没有确认过的邮箱");
            };
        }

        private String sent() {
            var read = notice.readAt();
            if (notice.way() != Notice.Way.INBOX) {
                var at = notice.sentAt();
                return at == null ? Words.t("已发") : Words.t("{0} 已发", Words.dateTime(at));
            }
            return read == null ? Words.t("未读") : Words.t("{0} 已读", Words.dateTime(read));
        }
    }
}

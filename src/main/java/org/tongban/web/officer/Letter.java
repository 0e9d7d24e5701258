package org.tongban.web.officer;

import java.time.LocalDate;
import java.util.List;

/**
 * 文书: one paper of a case as it is printed, in Chinese in every language of the page.
 *
 * @param organ that issues it
 * @param to name of the applicant, in full
 * @param points listed under the text, each on a line
 * @param reasons why it goes against the applicant; empty where it does not
 * @param remedies what can be done against it; empty where it does not go against the applicant
 * @param contacts where to ask and to complain (policy M-11)
 * @param signatures lines to sign on
 */
public record Letter(
        LetterKind kind,
        String number,
        String organ,
        String to,
        List<String> paragraphs,
        List<String> points,
        List<String> reasons,
        List<String> remedies,
        List<String> contacts,
        List<String> signatures,
        LocalDate on) {
    public Letter {
        if (kind.negative() && (reasons.stream().allMatch(String::isBlank) || remedies.isEmpty())) {
            throw new IllegalStateException("a " + kind.label() + " without reasons and remedies is none (L-28)");
        }
    }

    public String title() {
        return kind.label();
    }

    /** Where the organ's seal goes. */
    public String seal() {
        return organ + "（印章）";
    }

    public String day() {
        return on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日";
    }

    public String numberLine() {
        return "文书编号：" + number;
    }

    public String address() {
        return to + "：";
    }

    /** On paper of the demonstration. */
    public String noEffect() {
        return "演示文书，没有效力";
    }
}

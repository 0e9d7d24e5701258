package org.tongban.identity;

import java.util.regex.Pattern;

/**
 * 脱敏: what of a personal value may be shown before a reason is given (policy D-26). Every part that shows one calls
 * this; a whole value is shown only after the read log has noted why.
 */
public final class Masking {
    private static final int FULL_NUMBER = 15;
    private static final int SHORT_NUMBER = 8;
    private static final int MOBILE = 11;
    private static final String PLACE = "[^省市县区旗号][^省市县区旗镇乡街路村号]{1,9}?";
    private static final Pattern DISTRICT = Pattern.compile(
            "^(?:.{2,8}?(?:省|自治区))?(?:%1$s(?:市|自治州|盟|地区))?(?:%1$s(?:[县旗市]|(?<![小社校厂院片])区))?".formatted(PLACE));

    private Masking() {}

    /** 姓名: the first character stays. */
    public static String name(String name) {
        return keep(name, 1, 0);
    }

    /** 证件号码: the first six and last four of identity numbers and credit codes, of shorter ones two and two. */
    public static String number(String number) {
        return number.length() >= FULL_NUMBER
                ? keep(number, 6, 4)
                : number.length() >= SHORT_NUMBER ? keep(number, 2, 2) : keep(number, 0, 1);
    }

    /** 电话: the first three and last four of mobile numbers, of others the last four. */
    public static String phone(String phone) {
        return phone.length() == MOBILE && phone.startsWith("1") ? keep(phone, 3, 4) : keep(phone, 0, 4);
    }

    /** 银行卡号: the last four. */
    public static String bankCard(String card) {
        return keep(card, 0, 4);
    }

    /** 地址: down to its district or county; nothing where it names none. */
    public static String address(String address) {
        var district = DISTRICT.matcher(address);
        return keep(address, district.find() ? district.end() : 0, 0);
    }

    /** Covers all where nothing would be left to cover. */
    private static String keep(String value, int first, int last) {
        var characters = value.codePoints().toArray();
        boolean allShown = characters.length <= first + last;
        int from = allShown ? 0 : first;
        int to = allShown ? characters.length : characters.length - last;
        return new String(characters, 0, from)
                + "*".repeat(to - from)
                + new String(characters, to, characters.length - to);
    }
}

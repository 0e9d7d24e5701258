package org.tongban.web.supervisor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 省份方块: a province as a square in a diagram, set roughly where it lies. Not a map: no outline and no border is drawn, as one may be
 * published only with an approval number (地图管理条例), which no freely licensed file has.
 *
 * @param code six digits
 * @param name short, as 江苏
 */
public record ProvinceTile(String code, String name, int column, int row) {
    /** All 34, from north-west to south-east. */
    public static final List<ProvinceTile> ALL = List.of(
            new ProvinceTile("230000", "黑龙江", 8, 0),
            new ProvinceTile("650000", "新疆", 0, 1),
            new ProvinceTile("150000", "内蒙古", 5, 1),
            new ProvinceTile("220000", "吉林", 8, 1),
            new ProvinceTile("620000", "甘肃", 2, 2),
            new ProvinceTile("640000", "宁夏", 3, 2),
            new ProvinceTile("140000", "山西", 5, 2),
            new ProvinceTile("130000", "河北", 6, 2),
            new ProvinceTile("110000", "北京", 7, 2),
            new ProvinceTile("210000", "辽宁", 8, 2),
            new ProvinceTile("630000", "青海", 1, 3),
            new ProvinceTile("610000", "陕西", 4, 3),
            new ProvinceTile("410000", "河南", 5, 3),
            new ProvinceTile("370000", "山东", 6, 3),
            new ProvinceTile("120000", "天津", 7, 3),
            new ProvinceTile("540000", "西藏", 0, 4),
            new ProvinceTile("510000", "四川", 3, 4),
            new ProvinceTile("500000", "重庆", 4, 4),
            new ProvinceTile("420000", "湖北", 5, 4),
            new ProvinceTile("340000", "安徽", 6, 4),
            new ProvinceTile("320000", "江苏", 7, 4),
            new ProvinceTile("310000", "上海", 8, 4),
            new ProvinceTile("520000", "贵州", 4, 5),
            new ProvinceTile("430000", "湖南", 5, 5),
            new ProvinceTile("360000", "江西", 6, 5),
            new ProvinceTile("330000", "浙江", 7, 5),
            new ProvinceTile("530000", "云南", 3, 6),
            new ProvinceTile("450000", "广西", 4, 6),
            new ProvinceTile("440000", "广东", 5, 6),
            new ProvinceTile("350000", "福建", 6, 6),
            new ProvinceTile("710000", "台湾", 8, 6),
            new ProvinceTile("460000", "海南", 4, 7),
            new ProvinceTile("820000", "澳门", 5, 7),
            new ProvinceTile("810000", "香港", 6, 7));

    private static final Map<String, ProvinceTile> BY_CODE =
            ALL.stream().collect(Collectors.toMap(ProvinceTile::code, Function.identity()));

    /** The short name of a province, 国家 for what national organs do; the code itself where it is neither. */
    public static String nameOf(String code) {
        var tile = BY_CODE.get(code);
        return tile != null ? tile.name() : code.equals("100000") ? "国家" : code;
    }
}

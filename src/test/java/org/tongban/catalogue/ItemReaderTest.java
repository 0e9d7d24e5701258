package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.calendar.LimitUnit;

class ItemReaderTest {

    @Test
    void a_file_is_read_key_by_key() {
        var item = SampleItem.item();

        assertThat(item.modes()).containsExactly(Mode.ONLINE, Mode.JOINT);
        assertThat(item.steps().getLast().move()).isEqualTo("grant");
        assertThat(item.steps().get(2).limit()).containsExactly(new Limit.Choice(null, new Limit.NotCounted()));
        assertThat(item.limits().committed())
                .containsExactly(
                        new Limit.Choice(null, new Limit.Counted(15, LimitUnit.WORKING, Limit.Start.ACCEPTED)));
        assertThat(item.limits().statutory()).isEmpty();
        assertThat(item.legs()).hasSize(1);
        assertThat(item.sources().getFirst().found()).isFalse();
    }

    /** A line of the file, what it is changed to, and where and why it is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fee: 不收费|fees: 不收费|fee 没有填
            fee: 不收费|fee: 不收费\\nprice: 3|price 这个键没有人认识
            archetype: 转移|archetype: 转让|archetype “转让”不在可用的值之内
            seq: 99|seq: 九十九|seq 应当是整数
            check: 0|check: 1|steps[2].check checks 里没有第 1 项
            actor: from|actor: 省财政厅|steps[1].actor “省财政厅”没有办事机构
            move: grant|move: award|steps[3].move 没有“award”这个流转
            days: 15|days: -1|limits.committed.days 不能为负
            {counted: false}|{counted: true}|steps[2].limit.counted 只能写 false
            key: photo|key: letter|materials[2] “letter”写了两次
            key: amount|key: today|form[3].key 与规则里已有的名字相同
            type: money|type: euro|form[3].type 没有“euro”这种字段
            id: 9999-01|id: 9999-02|id 与文件名不一致
            purpose: document|purpose: curiosity|form[8].purpose “curiosity”不在可用的值之内
            level: province|level: village|checks[0].level “village”不在可用的值之内
            fee: 不收费|fee: [不收费|不是正确的 YAML
            """)
    void what_is_wrong_is_refused_with_its_line(String line, String wrong, String reason) {
        var text = SampleItem.text();
        assertThat(text).contains(line);
        var changed = text.replaceFirst(
                java.util.regex.Pattern.quote(line),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));

        var refused = catchThrowableOfType(
                ItemFileRefused.class, () -> ItemReader.read(SampleItem.ID + ".yaml", changed, "v"));

        assertThat(refused.getMessage()).contains("事项文件 9999-01.yaml 第 ").contains(reason);
    }

    @Test
    void the_line_is_the_one_on_which_it_stands() {
        var refused = catchThrowableOfType(
                ItemFileRefused.class,
                () -> ItemReader.read(SampleItem.ID + ".yaml", SampleItem.text().replace("seq: 99", "seq: x"), "v"));

        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.file()).isEqualTo("9999-01.yaml");
    }
}

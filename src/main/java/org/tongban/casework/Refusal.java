package org.tongban.casework;

import java.util.List;

/** 不能办的原因: why a move was refused and what to do next. Every one is a sentence for the person who tried. */
public sealed interface Refusal {
    String code();

    String text();

    /** What to do next. */
    String next();

    /** The state does not allow the move. */
    record NotNow(Move move, CaseState state) implements Refusal {
        @Override
        public String code() {
            return "not-possible-now";
        }

        @Override
        public String text() {
            return "办件目前是“" + state.label() + "”，不能" + move.label() + "。";
        }

        @Override
        public String next() {
            return "请刷新页面，从现在可以办的事项中选择。";
        }
    }

    /** The state allows it, but to somebody else. */
    record NotYours(Move move, String whose) implements Refusal {
        @Override
        public String code() {
            return "not-yours";
        }

        @Override
        public String text() {
            return "“" + move.label() + "”只能由" + whose + "来做。";
        }

        @Override
        public String next() {
            return "请换用有此权限的岗位登录，或者转给对方办理。";
        }
    }

    /** Somebody else was faster. */
    record Stale(int seen, int now, List<String> since) implements Refusal {
        @Override
        public String code() {
            return "changed-meanwhile";
        }

        @Override
        public String text() {
            return "您打开之后，这个办件已经变动：" + String.join("；", since) + "。";
        }

        @Override
        public String next() {
            return "您填写的内容还在，请看过变动后再提交。";
        }
    }

    /** Fields of the move are missing or wrong. */
    record Fields(List<Problem> problems) implements Refusal {
        /** 填写问题. */
        public record Problem(String key, String text) {}

        @Override
        public String code() {
            return "fields";
        }

        @Override
        public String text() {
            return "有 " + problems.size() + " 处需要修改："
                    + String.join("；", problems.stream().map(Problem::text).toList());
        }

        @Override
        public String next() {
            return "请按提示改好后再提交。";
        }
    }

    /** A rule of the law or of the service stands against it. */
    record Rule(String code, String text, String next) implements Refusal {}
}

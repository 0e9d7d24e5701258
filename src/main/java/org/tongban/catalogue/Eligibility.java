package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 申请条件.
 *
 * @param text in words; a refusal is told in these words (policy L-10)
 * @param rule CEL that is true where the condition is met; null where a person must judge
 */
public record Eligibility(String text, @Nullable String rule) {}

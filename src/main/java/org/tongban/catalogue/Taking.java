package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 参加的人: who takes part in a case, and who may act for whom.
 *
 * @param parties who takes part beside the applicant
 * @param onBehalf who may act for the applicant, and for whom the applicant acts; null: as the law has it for everybody
 */
public record Taking(List<PartyRule> parties, @Nullable OnBehalf onBehalf) {}

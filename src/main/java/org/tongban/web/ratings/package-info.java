/** 好差评页面：评价、差评处置、公示。 Rating, handling bad ratings, and what is published of both. */
@NullMarked
package org.tongban.web.ratings;

import org.jspecify.annotations.NullMarked;

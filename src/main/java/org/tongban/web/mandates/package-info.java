/** 授权和代办：谁可以替谁办、办什么、办到哪天，随时可以撤销。 Pages of those who give, hold and register the power to act for another. */
@NullMarked
package org.tongban.web.mandates;

import org.jspecify.annotations.NullMarked;

package org.tongban.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Taking;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** 事项定义的写法: how a service's definition is written: each field flat, with its type as in the service's file. An empty list will do for an empty map. */
@Configuration(proxyBeanMethods = false)
class Definitions {
    @Bean
    JsonMapperBuilderCustomizer definitionsAsInTheFile() {
        return mapper -> mapper.addMixIn(Field.class, FieldForm.class)
                .addMixIn(Limit.class, LimitForm.class)
                .addMixIn(Item.class, ItemForm.class)
                .withCoercionConfig(
                        LogicalType.Map, map -> map.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsEmpty));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Field.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Field.Textarea.class, name = "textarea"),
        @JsonSubTypes.Type(value = Field.Whole.class, name = "integer"),
        @JsonSubTypes.Type(value = Field.Decimal.class, name = "decimal"),
        @JsonSubTypes.Type(value = Field.Money.class, name = "money"),
        @JsonSubTypes.Type(value = Field.Date.class, name = "date"),
        @JsonSubTypes.Type(value = Field.Month.class, name = "month"),
        @JsonSubTypes.Type(value = Field.Year.class, name = "year"),
        @JsonSubTypes.Type(value = Field.YesNo.class, name = "bool"),
        @JsonSubTypes.Type(value = Field.Select.class, name = "select"),
        @JsonSubTypes.Type(value = Field.Multiselect.class, name = "multiselect"),
        @JsonSubTypes.Type(value = Field.RegionCode.class, name = "region"),
        @JsonSubTypes.Type(value = Field.IdCard.class, name = "idcard"),
        @JsonSubTypes.Type(value = Field.Identity.class, name = "identity"),
        @JsonSubTypes.Type(value = Field.CreditCode.class, name = "uscc"),
        @JsonSubTypes.Type(value = Field.Phone.class, name = "phone"),
        @JsonSubTypes.Type(value = Field.Email.class, name = "email"),
        @JsonSubTypes.Type(value = Field.BankCard.class, name = "bankcard"),
        @JsonSubTypes.Type(value = Field.Rows.class, name = "list")
    })
    private interface FieldForm {
        @JsonUnwrapped
        Field.About about();
    }

    private interface ItemForm {
        @JsonUnwrapped
        Taking taking();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Limit.Counted.class, name = "counted"),
        @JsonSubTypes.Type(value = Limit.NotCounted.class, name = "notCounted")
    })
    private interface LimitForm {}
}

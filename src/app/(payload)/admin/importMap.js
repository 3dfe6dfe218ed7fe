import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { MomentCell as MomentCell_c81b72e28acbdb761e85d103f4d8aed3 } from '../../../desk/shared/moment-cell.tsx'
import { MomentField as MomentField_6069b36fc1ee72f9c3f36f2726c4d65b } from '../../../desk/shared/moment-field.tsx'
import { SaveButton as SaveButton_3913c3ac3ffc3766464c1a9a9beed105 } from '../../../desk/shared/save-button.tsx'
import { DocumentStatus as DocumentStatus_71b2546b3cc4aedd76cb1bb6aa97e498 } from '../../../desk/editor/document-status.tsx'
import { UnpublishButton as UnpublishButton_d00bd40d7191d3511ade5026d59c3acf } from '../../../desk/editor/unpublish-button.tsx'
import { SuspectNotice as SuspectNotice_efc66c1fd7d38ca8b89d907eb8204f65 } from '../../../desk/coordinator/spam/suspect.tsx'
import { RequestSummary as RequestSummary_36118c55df67419180c345297dfa0a35 } from '../../../desk/coordinator/request/request-summary.tsx'
import { RequestTimeline as RequestTimeline_d8fe302b03865ff3feff35798af1436a } from '../../../desk/coordinator/request/request-timeline.tsx'
import { StatusCell as StatusCell_9384090b69e021905b2c2facdaa912a4 } from '../../../desk/coordinator/list/status-cell.tsx'
import { OwnerCell as OwnerCell_bf2d8e397b20ef058a6a2737538cf095 } from '../../../desk/coordinator/owner/owner-cell.tsx'
import { OwnerField as OwnerField_18e78c2c83d708495023349e820d308f } from '../../../desk/coordinator/owner/owner-field.tsx'
import { SuspectChoice as SuspectChoice_efc66c1fd7d38ca8b89d907eb8204f65 } from '../../../desk/coordinator/spam/suspect.tsx'
import { RecordWithdrawal as RecordWithdrawal_d869291dd5467bce4227381cc10d030a } from '../../../desk/coordinator/withdrawal/record-withdrawal.tsx'
import { NameCell as NameCell_cfc0b951b3745a62efab82f4b2037f1d } from '../../../desk/coordinator/list/name-cell.tsx'
import { RequestsAbove as RequestsAbove_1fd639f6b19cfdd1ba4019f91022f9c5 } from '../../../desk/coordinator/list/requests-above.tsx'
import { SaveRequest as SaveRequest_be02ba401690cb5c7c5e3f897e7bb0b2 } from '../../../desk/coordinator/request/save-request.tsx'
import { ByCell as ByCell_38581aa6a5ffcaaad3d252352f5b68e6 } from '../../../desk/coordinator/withdrawal/by-cell.tsx'
import { CurrentPassword as CurrentPassword_b2b857f5175976b48ebba3a7c82ba262 } from '../../../desk/shared/current-password.tsx'
import { MessageCell as MessageCell_3b1f52ab9a1b38c606611c2c8afaeb88 } from '../../../desk/coordinator/messages/message-cell.tsx'
import { RequestCell as RequestCell_30f95288cc2c4d54273ba528217b570f } from '../../../desk/coordinator/messages/request-cell.tsx'
import { StateCell as StateCell_ea1536f9295bb8a0504bcb417f8620cb } from '../../../desk/coordinator/messages/state-cell.tsx'
import { Icon as Icon_0bb2414666ad0e794d767514337db8ea } from '../../../desk/shared/mark.tsx'
import { Logo as Logo_0bb2414666ad0e794d767514337db8ea } from '../../../desk/shared/mark.tsx'
import { StaySignedIn as StaySignedIn_dc0fc602698837588a0d9bfaf67a6de4 } from '../../../desk/shared/stay-signed-in.tsx'
import { Dashboard as Dashboard_cf0da08996dc638b41e8790abfd9bdfc } from '../../../desk/dashboard.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/desk/shared/moment-cell.tsx#MomentCell": MomentCell_c81b72e28acbdb761e85d103f4d8aed3,
  "/desk/shared/moment-field.tsx#MomentField": MomentField_6069b36fc1ee72f9c3f36f2726c4d65b,
  "/desk/shared/save-button.tsx#SaveButton": SaveButton_3913c3ac3ffc3766464c1a9a9beed105,
  "/desk/editor/document-status.tsx#DocumentStatus": DocumentStatus_71b2546b3cc4aedd76cb1bb6aa97e498,
  "/desk/editor/unpublish-button.tsx#UnpublishButton": UnpublishButton_d00bd40d7191d3511ade5026d59c3acf,
  "/desk/coordinator/spam/suspect.tsx#SuspectNotice": SuspectNotice_efc66c1fd7d38ca8b89d907eb8204f65,
  "/desk/coordinator/request/request-summary.tsx#RequestSummary": RequestSummary_36118c55df67419180c345297dfa0a35,
  "/desk/coordinator/request/request-timeline.tsx#RequestTimeline": RequestTimeline_d8fe302b03865ff3feff35798af1436a,
  "/desk/coordinator/list/status-cell.tsx#StatusCell": StatusCell_9384090b69e021905b2c2facdaa912a4,
  "/desk/coordinator/owner/owner-cell.tsx#OwnerCell": OwnerCell_bf2d8e397b20ef058a6a2737538cf095,
  "/desk/coordinator/owner/owner-field.tsx#OwnerField": OwnerField_18e78c2c83d708495023349e820d308f,
  "/desk/coordinator/spam/suspect.tsx#SuspectChoice": SuspectChoice_efc66c1fd7d38ca8b89d907eb8204f65,
  "/desk/coordinator/withdrawal/record-withdrawal.tsx#RecordWithdrawal": RecordWithdrawal_d869291dd5467bce4227381cc10d030a,
  "/desk/coordinator/list/name-cell.tsx#NameCell": NameCell_cfc0b951b3745a62efab82f4b2037f1d,
  "/desk/coordinator/list/requests-above.tsx#RequestsAbove": RequestsAbove_1fd639f6b19cfdd1ba4019f91022f9c5,
  "/desk/coordinator/request/save-request.tsx#SaveRequest": SaveRequest_be02ba401690cb5c7c5e3f897e7bb0b2,
  "/desk/coordinator/withdrawal/by-cell.tsx#ByCell": ByCell_38581aa6a5ffcaaad3d252352f5b68e6,
  "/desk/shared/current-password.tsx#CurrentPassword": CurrentPassword_b2b857f5175976b48ebba3a7c82ba262,
  "/desk/coordinator/messages/message-cell.tsx#MessageCell": MessageCell_3b1f52ab9a1b38c606611c2c8afaeb88,
  "/desk/coordinator/messages/request-cell.tsx#RequestCell": RequestCell_30f95288cc2c4d54273ba528217b570f,
  "/desk/coordinator/messages/state-cell.tsx#StateCell": StateCell_ea1536f9295bb8a0504bcb417f8620cb,
  "/desk/shared/mark.tsx#Icon": Icon_0bb2414666ad0e794d767514337db8ea,
  "/desk/shared/mark.tsx#Logo": Logo_0bb2414666ad0e794d767514337db8ea,
  "/desk/shared/stay-signed-in.tsx#StaySignedIn": StaySignedIn_dc0fc602698837588a0d9bfaf67a6de4,
  "/desk/dashboard.tsx#Dashboard": Dashboard_cf0da08996dc638b41e8790abfd9bdfc,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

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
import { MomentCell as MomentCell_10e76dfba2319a592741d6d3c5658eb9 } from '../../../admin/moment-cell.tsx'
import { MomentField as MomentField_dffd6ddecec7811fbcef3b75b52625c7 } from '../../../admin/moment-field.tsx'
import { SaveButton as SaveButton_02f5a8f8d137db92556371503319817b } from '../../../admin/save-button.tsx'
import { DocumentStatus as DocumentStatus_29ff4580befe8ef508382dd8a63e18a2 } from '../../../admin/document-status.tsx'
import { UnpublishButton as UnpublishButton_c0f4dd1ae1aabf1a0bb0fbd855429d66 } from '../../../admin/unpublish-button.tsx'
import { SuspectNotice as SuspectNotice_55e9d343e6ab5d0509d834903dab5679 } from '../../../admin/suspect.tsx'
import { RequestSummary as RequestSummary_25695ee9698f2aa444c534576bb48b27 } from '../../../admin/request-summary.tsx'
import { RequestTimeline as RequestTimeline_cd686b2096940c7f47d5fc4e9b7e54be } from '../../../admin/request-timeline.tsx'
import { StatusCell as StatusCell_74d3022766a106f564cfd47c6dec83f8 } from '../../../admin/status-cell.tsx'
import { OwnerCell as OwnerCell_d72c3ad6ba60de8710460d552d35bf19 } from '../../../admin/owner-cell.tsx'
import { OwnerField as OwnerField_a662483ab747c69657b139066bed99d9 } from '../../../admin/owner-field.tsx'
import { SuspectChoice as SuspectChoice_55e9d343e6ab5d0509d834903dab5679 } from '../../../admin/suspect.tsx'
import { RecordWithdrawal as RecordWithdrawal_b49dad9f9640ac0b14b70359671313c2 } from '../../../admin/record-withdrawal.tsx'
import { NameCell as NameCell_01ec3b618672ccbad52d21d3118776e0 } from '../../../admin/name-cell.tsx'
import { RequestsAbove as RequestsAbove_05a39c3d5890448e775d6c24d3e64438 } from '../../../admin/requests-above.tsx'
import { SaveRequest as SaveRequest_69636f088be63c018ca5b1177f52c6f2 } from '../../../admin/save-request.tsx'
import { ByCell as ByCell_f7b6a5fe40ec71fb355f24e2cdf99b45 } from '../../../admin/by-cell.tsx'
import { CurrentPassword as CurrentPassword_90bde29f686ce6ed234a68f6923741d1 } from '../../../admin/current-password.tsx'
import { MessageCell as MessageCell_fc695f5c07cbde987bd9c6524ef30c4d } from '../../../admin/messages/message-cell.tsx'
import { RequestCell as RequestCell_f700dea38882ba4486d493f961d1563a } from '../../../admin/messages/request-cell.tsx'
import { StateCell as StateCell_76f0bb5b5bfc6a920b5967a6c5c41134 } from '../../../admin/messages/state-cell.tsx'
import { Icon as Icon_02bd9319176dbb505353a8f34e01f1f1 } from '../../../admin/mark.tsx'
import { Logo as Logo_02bd9319176dbb505353a8f34e01f1f1 } from '../../../admin/mark.tsx'
import { StaySignedIn as StaySignedIn_a4c516a415e01f5266e38f1e608950de } from '../../../admin/stay-signed-in.tsx'
import { Dashboard as Dashboard_b5a00acb862914f56d147819ebb5f286 } from '../../../admin/dashboard.tsx'
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
  "/desk/moment-cell.tsx#MomentCell": MomentCell_10e76dfba2319a592741d6d3c5658eb9,
  "/desk/moment-field.tsx#MomentField": MomentField_dffd6ddecec7811fbcef3b75b52625c7,
  "/desk/save-button.tsx#SaveButton": SaveButton_02f5a8f8d137db92556371503319817b,
  "/desk/document-status.tsx#DocumentStatus": DocumentStatus_29ff4580befe8ef508382dd8a63e18a2,
  "/desk/unpublish-button.tsx#UnpublishButton": UnpublishButton_c0f4dd1ae1aabf1a0bb0fbd855429d66,
  "/desk/suspect.tsx#SuspectNotice": SuspectNotice_55e9d343e6ab5d0509d834903dab5679,
  "/desk/request-summary.tsx#RequestSummary": RequestSummary_25695ee9698f2aa444c534576bb48b27,
  "/desk/request-timeline.tsx#RequestTimeline": RequestTimeline_cd686b2096940c7f47d5fc4e9b7e54be,
  "/desk/status-cell.tsx#StatusCell": StatusCell_74d3022766a106f564cfd47c6dec83f8,
  "/desk/owner-cell.tsx#OwnerCell": OwnerCell_d72c3ad6ba60de8710460d552d35bf19,
  "/desk/owner-field.tsx#OwnerField": OwnerField_a662483ab747c69657b139066bed99d9,
  "/desk/suspect.tsx#SuspectChoice": SuspectChoice_55e9d343e6ab5d0509d834903dab5679,
  "/desk/record-withdrawal.tsx#RecordWithdrawal": RecordWithdrawal_b49dad9f9640ac0b14b70359671313c2,
  "/desk/name-cell.tsx#NameCell": NameCell_01ec3b618672ccbad52d21d3118776e0,
  "/desk/requests-above.tsx#RequestsAbove": RequestsAbove_05a39c3d5890448e775d6c24d3e64438,
  "/desk/save-request.tsx#SaveRequest": SaveRequest_69636f088be63c018ca5b1177f52c6f2,
  "/desk/by-cell.tsx#ByCell": ByCell_f7b6a5fe40ec71fb355f24e2cdf99b45,
  "/desk/current-password.tsx#CurrentPassword": CurrentPassword_90bde29f686ce6ed234a68f6923741d1,
  "/desk/messages/message-cell.tsx#MessageCell": MessageCell_fc695f5c07cbde987bd9c6524ef30c4d,
  "/desk/messages/request-cell.tsx#RequestCell": RequestCell_f700dea38882ba4486d493f961d1563a,
  "/desk/messages/state-cell.tsx#StateCell": StateCell_76f0bb5b5bfc6a920b5967a6c5c41134,
  "/desk/mark.tsx#Icon": Icon_02bd9319176dbb505353a8f34e01f1f1,
  "/desk/mark.tsx#Logo": Logo_02bd9319176dbb505353a8f34e01f1f1,
  "/desk/stay-signed-in.tsx#StaySignedIn": StaySignedIn_a4c516a415e01f5266e38f1e608950de,
  "/desk/dashboard.tsx#Dashboard": Dashboard_b5a00acb862914f56d147819ebb5f286,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

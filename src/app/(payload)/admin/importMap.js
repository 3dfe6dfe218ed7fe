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
import { DateTimeCell as DateTimeCell_dbb36da473c3e56b46ad6e06f74cb6db } from '../../../desk/shared/date-time-cell.tsx'
import { DateTimeField as DateTimeField_352ca063be986032851bacfb512e6260 } from '../../../desk/shared/date-time-field.tsx'
import { SaveButton as SaveButton_3913c3ac3ffc3766464c1a9a9beed105 } from '../../../desk/shared/save-button.tsx'
import { DocumentStatus as DocumentStatus_71b2546b3cc4aedd76cb1bb6aa97e498 } from '../../../desk/editor/document-status.tsx'
import { UnpublishButton as UnpublishButton_d00bd40d7191d3511ade5026d59c3acf } from '../../../desk/editor/unpublish-button.tsx'
import { SpamNotice as SpamNotice_7a2c6086c8f09fac74a5d4b2ae0a1100 } from '../../../desk/coordinator/spam/spam-fields.tsx'
import { SubmissionSummary as SubmissionSummary_f1d285d60d435b4a1882352037f8bea4 } from '../../../desk/coordinator/submission/submission-summary.tsx'
import { SubmissionTimeline as SubmissionTimeline_5f3b5dc18100a9e87aab83f1137ad1da } from '../../../desk/coordinator/submission/submission-timeline.tsx'
import { StatusCell as StatusCell_9384090b69e021905b2c2facdaa912a4 } from '../../../desk/coordinator/list/status-cell.tsx'
import { OwnerCell as OwnerCell_bf2d8e397b20ef058a6a2737538cf095 } from '../../../desk/coordinator/owner/owner-cell.tsx'
import { OwnerField as OwnerField_18e78c2c83d708495023349e820d308f } from '../../../desk/coordinator/owner/owner-field.tsx'
import { MarkAsSpam as MarkAsSpam_7a2c6086c8f09fac74a5d4b2ae0a1100 } from '../../../desk/coordinator/spam/spam-fields.tsx'
import { RecordWithdrawal as RecordWithdrawal_d869291dd5467bce4227381cc10d030a } from '../../../desk/coordinator/withdrawal/record-withdrawal.tsx'
import { NameCell as NameCell_cfc0b951b3745a62efab82f4b2037f1d } from '../../../desk/coordinator/list/name-cell.tsx'
import { BeforeListTable as BeforeListTable_ff5dadb86674ed2094692ab6d205335e } from '../../../desk/coordinator/list/before-list-table.tsx'
import { SaveSubmissionButton as SaveSubmissionButton_ad7488b7e65ff884a401c0e02faf914e } from '../../../desk/coordinator/submission/save-submission-button.tsx'
import { RecordedByCell as RecordedByCell_e906922362bd932d17fd2703f614409c } from '../../../desk/coordinator/withdrawal/recorded-by-cell.tsx'
import { CurrentPasswordField as CurrentPasswordField_09073a94a4d89d1b886b6ea36bfbd1fb } from '../../../desk/shared/current-password-field.tsx'
import { MessageCell as MessageCell_3b1f52ab9a1b38c606611c2c8afaeb88 } from '../../../desk/coordinator/messages/message-cell.tsx'
import { SubmissionCell as SubmissionCell_8dedaf20ff2719fe5f27835a3877c312 } from '../../../desk/coordinator/messages/submission-cell.tsx'
import { StateCell as StateCell_ea1536f9295bb8a0504bcb417f8620cb } from '../../../desk/coordinator/messages/state-cell.tsx'
import { Icon as Icon_1ecc8fc984e40e173cb50cc4bb0f58fe } from '../../../desk/shared/logo.tsx'
import { Logo as Logo_1ecc8fc984e40e173cb50cc4bb0f58fe } from '../../../desk/shared/logo.tsx'
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
  "/desk/shared/date-time-cell.tsx#DateTimeCell": DateTimeCell_dbb36da473c3e56b46ad6e06f74cb6db,
  "/desk/shared/date-time-field.tsx#DateTimeField": DateTimeField_352ca063be986032851bacfb512e6260,
  "/desk/shared/save-button.tsx#SaveButton": SaveButton_3913c3ac3ffc3766464c1a9a9beed105,
  "/desk/editor/document-status.tsx#DocumentStatus": DocumentStatus_71b2546b3cc4aedd76cb1bb6aa97e498,
  "/desk/editor/unpublish-button.tsx#UnpublishButton": UnpublishButton_d00bd40d7191d3511ade5026d59c3acf,
  "/desk/coordinator/spam/spam-fields.tsx#SpamNotice": SpamNotice_7a2c6086c8f09fac74a5d4b2ae0a1100,
  "/desk/coordinator/submission/submission-summary.tsx#SubmissionSummary": SubmissionSummary_f1d285d60d435b4a1882352037f8bea4,
  "/desk/coordinator/submission/submission-timeline.tsx#SubmissionTimeline": SubmissionTimeline_5f3b5dc18100a9e87aab83f1137ad1da,
  "/desk/coordinator/list/status-cell.tsx#StatusCell": StatusCell_9384090b69e021905b2c2facdaa912a4,
  "/desk/coordinator/owner/owner-cell.tsx#OwnerCell": OwnerCell_bf2d8e397b20ef058a6a2737538cf095,
  "/desk/coordinator/owner/owner-field.tsx#OwnerField": OwnerField_18e78c2c83d708495023349e820d308f,
  "/desk/coordinator/spam/spam-fields.tsx#MarkAsSpam": MarkAsSpam_7a2c6086c8f09fac74a5d4b2ae0a1100,
  "/desk/coordinator/withdrawal/record-withdrawal.tsx#RecordWithdrawal": RecordWithdrawal_d869291dd5467bce4227381cc10d030a,
  "/desk/coordinator/list/name-cell.tsx#NameCell": NameCell_cfc0b951b3745a62efab82f4b2037f1d,
  "/desk/coordinator/list/before-list-table.tsx#BeforeListTable": BeforeListTable_ff5dadb86674ed2094692ab6d205335e,
  "/desk/coordinator/submission/save-submission-button.tsx#SaveSubmissionButton": SaveSubmissionButton_ad7488b7e65ff884a401c0e02faf914e,
  "/desk/coordinator/withdrawal/recorded-by-cell.tsx#RecordedByCell": RecordedByCell_e906922362bd932d17fd2703f614409c,
  "/desk/shared/current-password-field.tsx#CurrentPasswordField": CurrentPasswordField_09073a94a4d89d1b886b6ea36bfbd1fb,
  "/desk/coordinator/messages/message-cell.tsx#MessageCell": MessageCell_3b1f52ab9a1b38c606611c2c8afaeb88,
  "/desk/coordinator/messages/submission-cell.tsx#SubmissionCell": SubmissionCell_8dedaf20ff2719fe5f27835a3877c312,
  "/desk/coordinator/messages/state-cell.tsx#StateCell": StateCell_ea1536f9295bb8a0504bcb417f8620cb,
  "/desk/shared/logo.tsx#Icon": Icon_1ecc8fc984e40e173cb50cc4bb0f58fe,
  "/desk/shared/logo.tsx#Logo": Logo_1ecc8fc984e40e173cb50cc4bb0f58fe,
  "/desk/shared/stay-signed-in.tsx#StaySignedIn": StaySignedIn_dc0fc602698837588a0d9bfaf67a6de4,
  "/desk/dashboard.tsx#Dashboard": Dashboard_cf0da08996dc638b41e8790abfd9bdfc,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
